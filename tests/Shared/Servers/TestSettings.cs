using Xunit;

namespace Integration.Tests.Servers;

/// <summary>The environment variables that tell tests where the servers are.</summary>
public static class TestSettings
{
    /// <summary>Set to 1 by <c>./test --fast</c>: tests that need a server are skipped.</summary>
    public const string FastVariable = "INTEGRATION_TEST_FAST";

    /// <summary>An existing broker, <c>amqp://user:password@host:port/</c>; the user needs the tag administrator.</summary>
    public const string AmqpVariable = "INTEGRATION_TEST_AMQP";

    /// <summary>That broker's management address; by default its host at port 15672.</summary>
    public const string ManagementVariable = "INTEGRATION_TEST_AMQP_MANAGEMENT";

    /// <summary>An existing PostgreSQL: the connection string of a role that may create databases.</summary>
    public const string PostgresVariable = "INTEGRATION_TEST_POSTGRES";

    /// <summary>Ends the running test as skipped when this is a fast run.</summary>
    public static void SkipWhenFast(string need) =>
        Assert.SkipWhen(Environment.GetEnvironmentVariable(FastVariable) == "1", $"fast run: needs {need}");

    /// <summary>The variable's value, or null when it is not set or empty.</summary>
    public static string? Value(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;

    /// <summary>A new folder under the system's temporary folder that other accounts may enter: PostgreSQL runs under one when we are root.</summary>
    public static string NewFolder(string purpose) =>
        Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"integration-{purpose}-{Guid.NewGuid():N}")).FullName;
}
