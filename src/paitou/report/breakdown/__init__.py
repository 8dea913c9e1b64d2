"""The parts of the 任务分解表: its columns, its rows, and its way back."""
