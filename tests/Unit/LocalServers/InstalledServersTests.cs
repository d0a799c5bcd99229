using Integration.LocalServers;
using Integration.LocalServers.Installation;
using Xunit;

namespace Integration.Tests.LocalServers;

public sealed class InstalledServersTests
{
    private static readonly RabbitMqInstallation RabbitMq = new("/usr/lib/rabbitmq/lib/rabbitmq_server-3.10.8/sbin/rabbitmq-server", "/usr/bin/epmd");
    private static readonly PostgresInstallation Postgres = new("/usr/lib/postgresql/15/bin");

    [Fact]
    public void Missing_broker_is_named_with_the_command_that_installs_it()
    {
        var servers = new InstalledServers(null, Postgres);
        Assert.False(servers.Complete);
        Assert.Contains("RabbitMQ is not installed", servers.Describe(), StringComparison.Ordinal);
        Assert.DoesNotContain("PostgreSQL is not installed", servers.Describe(), StringComparison.Ordinal);
        Assert.Contains(OperatingSystem.IsWindows() ? "--broker amqp://" : InstalledServers.InstallCommand, servers.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_database_is_named()
    {
        var text = new InstalledServers(RabbitMq, null).Describe();
        Assert.Contains("PostgreSQL is not installed", text, StringComparison.Ordinal);
        Assert.DoesNotContain("RabbitMQ is not installed", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Complete_installation_is_described_without_advice()
    {
        var servers = new InstalledServers(RabbitMq, Postgres);
        Assert.True(servers.Complete);
        Assert.Equal($"RabbitMQ: {RabbitMq.Server}\nPostgreSQL: {Postgres.Programs}", servers.Describe());
    }

    [Fact]
    public void Highest_version_is_found_first_and_folders_without_the_program_are_passed_over()
    {
        var root = Directory.CreateTempSubdirectory("integration-versions-").FullName;
        foreach (var version in new[] { "9.6", "15", "10.1" })
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(root, version, "bin")).FullName, "postgres"), "");
        Directory.CreateDirectory(Path.Combine(root, "16"));

        var found = ProgramSearch.Versioned(root, "*", "bin/postgres").Select(path => Path.GetRelativePath(root, path));
        Assert.Equal(["15/bin/postgres", "10.1/bin/postgres", "9.6/bin/postgres"], found);
        Directory.Delete(root, recursive: true);
    }
}
