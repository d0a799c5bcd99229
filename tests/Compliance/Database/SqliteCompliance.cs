using Integration.Platform.Database;
using Integration.Tests.Servers;

namespace Integration.Tests.Compliance.Database;

public sealed class SqliteCompliance : DatabaseCompliance
{
    private readonly string _folder = TestSettings.NewFolder("sqlite");

    protected override Task<DatabaseOptions> OptionsAsync() => Task.FromResult(
        new DatabaseOptions { ConnectionString = $"Data Source={Path.Combine(_folder, "integration.db")}" });

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Xunit.Fact]
    public async Task Writing_in_a_read_is_refused() =>
        await Xunit.Assert.ThrowsAnyAsync<Exception>(() => Database.ReadAsync(
            (unit, ct) => unit.ExecuteAsync("DELETE FROM thing", null, ct), Token));

    [Xunit.Fact]
    public async Task Commits_are_forced_to_the_disk()
    {
        var synchronous = await Database.TransactAsync(
            (unit, ct) => unit.FirstOrDefaultAsync<long>("PRAGMA synchronous", null, ct), Token);
        var journal = await Database.ReadAsync(
            (unit, ct) => unit.FirstOrDefaultAsync<string>("PRAGMA journal_mode", null, ct), Token);

        Xunit.Assert.Equal(2, synchronous);
        Xunit.Assert.Equal("wal", journal);
    }
}
