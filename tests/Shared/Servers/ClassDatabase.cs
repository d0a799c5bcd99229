namespace Integration.Tests.Servers;

/// <summary>
/// One database for all tests of a class: <c>class OrderRows(ClassDatabase database) : IClassFixture&lt;ClassDatabase&gt;</c>,
/// then <c>await database.GetAsync(token)</c> in the test or in the class's own <c>InitializeAsync</c>.
/// </summary>
public sealed class ClassDatabase(PostgresFixture postgres) : IAsyncDisposable
{
    private readonly SemaphoreSlim _opening = new(1);
    private TestDatabase? _database;

    /// <summary>The class's database, made at the first call. Not made earlier, as only a test can be skipped, not a fixture.</summary>
    public async Task<TestDatabase> GetAsync(CancellationToken cancellationToken)
    {
        await _opening.WaitAsync(cancellationToken);
        try
        {
            return _database ??= await postgres.FreshDatabaseAsync(cancellationToken);
        }
        finally
        {
            _opening.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
            await _database.DisposeAsync();
        _opening.Dispose();
    }
}
