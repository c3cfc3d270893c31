"""Kernels that are forks of the warm process; otherwise they are like those that are started."""

import os
from contextlib import suppress
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess

from jupyter_client import AsyncKernelManager
from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning import LocalProvisioner

from lkjlib.build.processes import live_and_die_with_parent

_INLINE = "module://matplotlib_inline.backend_inline"  # where a kernel draws


def fork_kernel(manager: AsyncKernelManager, context: BaseContext) -> None:
    """Let a kernel that is not started yet be a fork, where there are forks."""
    if context.get_start_method() == "forkserver":
        manager.provisioner = _ForkProvisioner(
            context,
            kernel_id=manager.kernel_id,
            kernel_spec=manager.kernel_spec,
            parent=manager,
        )


class _ForkProvisioner(LocalProvisioner):
    """Forks a kernel instead of starting its program; otherwise the same."""

    def __init__(self, context: BaseContext, **traits: object) -> None:
        super().__init__(**traits)
        self._context = context

    async def launch_kernel(self, cmd: list[str], **kwargs) -> KernelConnectionInfo:
        """Fork a kernel with the arguments that its program would have been given."""
        arguments = cmd[cmd.index("-f") :]
        fork = self._context.Process(target=_be_kernel, args=(arguments, kwargs["cwd"]))
        try:
            fork.start()
        except (OSError, EOFError):  # the fork server has died
            return await super().launch_kernel(cmd, **kwargs)
        self.process = _Fork(fork)
        self.pid = self.pgid = fork.pid
        self.cwd = kwargs["cwd"]
        return self.connection_info


class _Fork:
    """A forked process with the manners of `subprocess.Popen`."""

    stdin = stdout = stderr = None

    def __init__(self, process: BaseProcess) -> None:
        self._process = process
        self.pid, self.kill, self.terminate = process.pid, process.kill, process.terminate

    def poll(self) -> int | None:
        return self._process.exitcode

    def wait(self) -> int | None:
        self._process.join()
        return self._process.exitcode

    def send_signal(self, number: int) -> None:
        with suppress(ProcessLookupError):
            os.kill(self.pid, number)


def _be_kernel(arguments: list[str], folder: str) -> None:
    """Be what ``python -m ipykernel_launcher`` is, in a session of its own."""
    import matplotlib
    from ipykernel.kernelapp import IPKernelApp

    os.setsid()
    live_and_die_with_parent()
    os.chdir(folder)
    matplotlib.rcParams["backend"] = os.environ.setdefault("MPLBACKEND", _INLINE)
    with suppress(SystemExit):
        IPKernelApp.launch_instance(
            argv=[*arguments, f"--IPKernelApp.parent_handle={os.getppid()}"]
        )
