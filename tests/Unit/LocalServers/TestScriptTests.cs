using Integration.LocalServers.Processes;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.LocalServers;

/// <summary>The script <c>./test</c>, run in a small tree of its own with stand-ins for <c>dotnet</c> and the add-on's tests: it must not call a bad run good.</summary>
public sealed class TestScriptTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("integration-script-").FullName;

    public TestScriptTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "needs bash");

    [Fact]
    public async Task All_passed_ends_well_with_the_sum_on_its_own_line()
    {
        Project("Unit", Results(total: 3, passed: 3));
        Project("Integration", Results(total: 5, passed: 4, skipped: 1));
        await ExpectAsync(0, "7 passed, 0 failed, 1 skipped");
    }

    [Fact]
    public async Task Failed_test_ends_with_exit_code_1()
    {
        Project("Unit", Results(total: 3, passed: 2, failed: 1) + "exit 1");
        Project("Integration", Results(total: 5, passed: 5));
        await ExpectAsync(1, "7 passed, 1 failed");
    }

    [Fact]
    public async Task Error_outside_a_test_counts_as_a_failure()
    {
        Project("Unit", Results(total: 3, passed: 3, errors: 1) + "exit 1");
        await ExpectAsync(1, "3 passed, 1 failed");
    }

    [Fact]
    public async Task Runner_that_dies_before_its_results_counts_as_a_failure()
    {
        Project("Unit", "kill -9 $$");
        Project("Integration", Results(total: 5, passed: 5));
        var output = await ExpectAsync(1, "5 passed, 1 failed");
        Assert.Contains("CRASHED", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runner_that_ends_badly_after_good_results_counts_as_a_failure()
    {
        Project("Unit", Results(total: 3, passed: 3) + "exit 134");
        await ExpectAsync(1, "3 passed, 1 failed");
    }

    [Fact]
    public async Task Project_that_runs_nothing_counts_as_a_failure()
    {
        Project("Unit", Results(total: 0, passed: 0));
        var output = await ExpectAsync(1, "0 passed, 1 failed");
        Assert.Contains("RAN NOTHING", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filter_that_matches_somewhere_is_enough_and_nowhere_is_a_failure()
    {
        Project("Unit", Results(total: 1, passed: 1));
        Project("Integration", Results(total: 0, passed: 0));
        await ExpectAsync(0, "1 passed, 0 failed", "--filter", "Order");

        Project("Unit", Results(total: 0, passed: 0));
        await ExpectAsync(1, "0 passed, 1 failed", "--filter", "Order");
    }

    [Fact]
    public async Task Failed_build_runs_no_tests()
    {
        Project("Unit", Results(total: 1, passed: 1));
        var result = await RunAsync(new Dictionary<string, string> { ["FAIL_BUILD"] = "1" });
        Assert.NotEqual(0, result.ExitCode);
        Assert.DoesNotContain("passed", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2 passed, 0 failed", 0, "3 passed, 0 failed")]
    [InlineData("2 passed, 1 failed", 1, "3 passed, 1 failed")]
    [InlineData("Segmentation fault", 1, "1 passed, 1 failed")]
    public async Task Add_on_counts_with_what_it_says_last(string said, int exitCode, string lastLine)
    {
        Project("Unit", Results(total: 1, passed: 1));
        var result = await RunAsync(new Dictionary<string, string> { ["ADD_ON_SAYS"] = said, [TestSettings.FastVariable] = "" });
        Assert.Equal((exitCode, lastLine), (result.ExitCode, result.Output.TrimEnd('\n').Split('\n')[^1]));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static string Results(int total, int passed, int failed = 0, int skipped = 0, int errors = 0) =>
        $"""
        echo '<assemblies schema-version="3"><assembly name="x" total="{total}" passed="{passed}" failed="{failed}" skipped="{skipped}" not-run="0" errors="{errors}" time="1.0">' > "$results"

        """;

    /// <summary>The stand-in gets the path of the results file in <c>$results</c>.</summary>
    private void Project(string name, string behaviour)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_root, "tests", name)).FullName;
        File.WriteAllText(Path.Combine(folder, $"Integration.Tests.{name}.csproj"), "");
        File.WriteAllText(Path.Combine(folder, "SomeTests.cs"), "");
        File.WriteAllText(Path.Combine(folder, "behaviour"), behaviour + "\n");
    }

    private async Task<string> ExpectAsync(int exitCode, string lastLine, params string[] arguments)
    {
        var result = await RunAsync(new Dictionary<string, string>(), arguments);
        Assert.Equal(lastLine, result.Output.TrimEnd('\n').Split('\n')[^1]);
        Assert.Equal(exitCode, result.ExitCode);
        return result.Output;
    }

    private async Task<CommandResult> RunAsync(Dictionary<string, string> environment, params string[] arguments)
    {
        const string dotnet = """
            #!/bin/sh
            case $1 in
              --version|restore) exit 0 ;;
              build) [ -z "$FAIL_BUILD" ]; exit ;;
              *) project=${1%%/bin/*}; while [ "$1" != -xml ]; do shift; done; results=$2; . "$PWD/$project/behaviour" ;;
            esac
            """;
        var programs = Directory.CreateDirectory(Path.Combine(_root, "programs")).FullName;
        await File.WriteAllTextAsync(Path.Combine(programs, "dotnet"), dotnet, TestContext.Current.CancellationToken);
        var addOn = Path.Combine(Directory.CreateDirectory(Path.Combine(_root, "infra", "addons", "xcart")).FullName, "test");
        await File.WriteAllTextAsync(addOn, "#!/bin/sh\n[ \"$1\" = --missing ] || echo \"${ADD_ON_SAYS:-0 passed, 0 failed}\"\n", TestContext.Current.CancellationToken);
        File.Copy(Script(), Path.Combine(_root, "test"), overwrite: true);
        if (!OperatingSystem.IsWindows())
        {
            foreach (var program in new[] { Path.Combine(programs, "dotnet"), addOn })
                File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        environment["PATH"] = programs + ":" + Environment.GetEnvironmentVariable("PATH");
        var command = new Command("bash", [Path.Combine(_root, "test"), "--no-install", .. arguments]) { Environment = environment };
        return await Command.RunAsync(command, TestContext.Current.CancellationToken);
    }

    private static string Script()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Integration.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run below the repository.");
        return Path.Combine(folder, "test");
    }
}
