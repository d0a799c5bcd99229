using Integration.LocalServers;
using Integration.LocalServers.Processes;
using Xunit;

namespace Integration.Tests.LocalServers;

public sealed class CommandTests
{
    private readonly CancellationToken _token = TestContext.Current.CancellationToken;

    public CommandTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "needs Linux or macOS");

    [Fact]
    public async Task Program_is_given_input_and_its_words_and_exit_code_come_back()
    {
        var command = new Command("/bin/sh", ["-c", "cat; echo oops >&2; exit 3"]) { Input = "hello" };
        Assert.Equal(new CommandResult(3, "hello", "oops\n"), await Command.RunAsync(command, _token));
    }

    [Fact]
    public async Task Program_that_does_not_end_is_killed_at_its_deadline()
    {
        var command = new Command("/bin/sh", ["-c", "exec sleep 600"]) { Deadline = TimeSpan.FromMilliseconds(200) };
        var error = await Assert.ThrowsAsync<ServerFailedException>(() => Command.RunAsync(command, _token));
        Assert.StartsWith("/bin/sh did not finish within", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Program_that_is_not_there_is_named()
    {
        var error = await Assert.ThrowsAsync<ServerFailedException>(() => Command.RunAsync(new Command("/no/such/program", []), _token));
        Assert.StartsWith("/no/such/program could not be started", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Last_lines_of_the_first_log_that_says_anything_are_shown()
    {
        var (empty, full) = (Path.GetTempFileName(), Path.GetTempFileName());
        File.WriteAllLines(full, Enumerable.Range(1, 100).Select(i => $"line {i}"));
        var tail = LogTail.Of("/no/such/log", empty, full);
        Assert.StartsWith($"The end of {full}:\n  line 86\n", tail, StringComparison.Ordinal);
        Assert.EndsWith("line 100", tail, StringComparison.Ordinal);
        Assert.Equal("Its log is empty.", LogTail.Of(empty));
        File.Delete(empty);
        File.Delete(full);
    }
}
