using System.Diagnostics;
using Integration.LocalServers.Processes;
using Xunit;

namespace Integration.Tests.LocalServers;

public sealed class OrphanGuardTests : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);
    private readonly CancellationToken _token = TestContext.Current.CancellationToken;
    private readonly List<int> _started = [];

    public OrphanGuardTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "needs Linux or macOS");

    [Fact]
    public async Task Server_ends_when_the_process_that_needed_it_is_killed()
    {
        var (parent, server) = (Sleep(), Sleep());
        var guard = Track(OrphanGuard.Watch(parent, server));
        Assert.True(UnixProcess.IsAlive(server));

        UnixProcess.Signal(parent, UnixSignal.Kill);
        Assert.True(await UnixProcess.EndedAsync([server, guard], Deadline, _token));
    }

    [Fact]
    public async Task Guard_goes_when_the_server_is_gone_and_leaves_the_parent_alone()
    {
        var (parent, server) = (Sleep(), Sleep());
        var guard = Track(OrphanGuard.Watch(parent, server));

        UnixProcess.Signal(server, UnixSignal.Kill);
        Assert.True(await UnixProcess.EndedAsync([guard], Deadline, _token));
        Assert.True(UnixProcess.IsAlive(parent));
    }

    [Fact]
    public async Task Background_program_keeps_its_process_id_writes_to_its_log_and_knows_its_workers()
    {
        var log = Path.GetTempFileName();
        var id = Track(BackgroundProgram.Start("/bin/sh", ["-c", "echo ready; sleep 600 & wait"], new Dictionary<string, string>(), log));
        var waited = Stopwatch.StartNew();
        while (!LogTail.Of(log).Contains("ready", StringComparison.Ordinal) || (OperatingSystem.IsLinux() && UnixProcess.DescendantsOf(id).Count == 0))
        {
            Assert.True(waited.Elapsed < Deadline, LogTail.Of(log));
            await Task.Delay(20, _token);
        }

        Assert.Contains("echo ready", await UnixProcess.CommandLineAsync(id, _token), StringComparison.Ordinal);
        _started.AddRange(UnixProcess.DescendantsOf(id));
        File.Delete(log);
    }

    [Fact]
    public void Signals_to_groups_of_processes_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => UnixProcess.Signal(0, UnixSignal.Kill));
        Assert.Throws<ArgumentOutOfRangeException>(() => UnixProcess.Signal(-1, UnixSignal.Kill));
    }

    [Theory]
    [InlineData("42 (beam) S 7 42 42", 7, false)]
    [InlineData("42 (odd ) name) Z 7 42 42", 7, true)]
    public void Process_state_is_read_whatever_the_name(string line, int parent, bool ended)
    {
        var stat = ProcStat.Parse(42, line);
        Assert.Equal((parent, ended), (stat!.Parent, stat.HasEnded));
    }

    public void Dispose()
    {
        foreach (var id in _started.Where(UnixProcess.IsAlive))
            UnixProcess.Signal(id, UnixSignal.Kill);
    }

    private int Sleep() => Track(BackgroundProgram.Start("/bin/sh", ["-c", "exec sleep 600"], new Dictionary<string, string>(), "/dev/null"));

    private int Track(int id)
    {
        _started.Add(id);
        return id;
    }
}
