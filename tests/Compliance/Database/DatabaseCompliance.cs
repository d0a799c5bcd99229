using Integration.Platform.Database;
using Xunit;

namespace Integration.Tests.Compliance.Database;

/// <summary>What every database behind the port promises. Tables of the suite: <c>thing</c>.</summary>
public abstract class DatabaseCompliance : IAsyncLifetime
{
    private IDatabase _database = null!;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A second, independent connection to the same data, as another process would have it.</summary>
    protected abstract Task<DatabaseOptions> OptionsAsync();

    protected async Task<IDatabase> OpenAsync() => DatabaseRegistration.Open(await OptionsAsync());

    protected IDatabase Database => _database;

    public async ValueTask InitializeAsync()
    {
        _database = await OpenAsync();
        await DatabaseRegistration.MigrateAsync(_database, [new ThingMigrations()], TimeProvider.System, Token);
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (_database is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Every_column_type_comes_back_as_it_was_stored()
    {
        var thing = new Thing
        {
            Id = "äß漢😀",
            Amount = "12345678901234567890.1234",
            At = DateTimeOffset.UtcNow.ToUnixMs(),
            Small = 7,
            Flag = 1,
            Bytes = [0, 1, 255],
        };
        await InsertAsync(_database, thing);

        var read = await ReadAsync(thing.Id);

        Assert.Equivalent(thing, read);
        Assert.Null(read!.Note);
    }

    [Fact]
    public async Task Failed_work_leaves_nothing_and_runs_no_after_commit()
    {
        var announced = false;

        await Assert.ThrowsAsync<InvalidDataException>(() => _database.TransactAsync(
            async (unit, ct) =>
            {
                unit.AfterCommit(() => announced = true);
                await InsertAsync(unit, new Thing { Id = "a" }, ct);
                throw new InvalidDataException();
            },
            Token));

        Assert.False(announced);
        Assert.Null(await ReadAsync("a"));
    }

    [Fact]
    public async Task After_commit_runs_when_other_connections_can_see_the_row()
    {
        await using var other = (IAsyncDisposable)await OpenAsync();
        Task<Thing?>? seen = null;

        await _database.TransactAsync(
            async (unit, ct) =>
            {
                unit.AfterCommit(() => seen = ReadAsync((IDatabase)other, "a"));
                await InsertAsync(unit, new Thing { Id = "a" }, ct);
            },
            Token);

        Assert.NotNull(await seen!);
    }

    [Fact]
    public async Task Before_commit_work_is_part_of_the_transaction()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => _database.TransactAsync(
            async (unit, ct) =>
            {
                unit.BeforeCommit(_ => throw new InvalidDataException());
                await InsertAsync(unit, new Thing { Id = "a" }, ct);
            },
            Token));
        await _database.TransactAsync(
            (unit, _) =>
            {
                unit.BeforeCommit(ct => InsertAsync(unit, new Thing { Id = "b" }, ct));
                return Task.CompletedTask;
            },
            Token);

        Assert.Null(await ReadAsync("a"));
        Assert.NotNull(await ReadAsync("b"));
    }

    [Fact]
    public async Task A_reader_does_not_see_work_that_has_not_committed()
    {
        await _database.TransactAsync(
            async (unit, ct) =>
            {
                await InsertAsync(unit, new Thing { Id = "a" }, ct);
                Assert.Null(await ReadAsync("a"));
            },
            Token);

        Assert.NotNull(await ReadAsync("a"));
    }

    [Fact]
    public async Task Five_concurrent_inserts_of_one_key_make_one_row_and_no_error()
    {
        await using var other = (IAsyncDisposable)await OpenAsync();
        var databases = new[] { _database, (IDatabase)other, _database, (IDatabase)other, _database };

        var written = await Task.WhenAll(databases.Select(database => database.TransactAsync(
            (unit, ct) => unit.ExecuteAsync(
                "INSERT INTO thing (id, amount, at, small, flag) VALUES (@id, '', 0, 0, 0) ON CONFLICT (id) DO NOTHING",
                new { id = "one" },
                ct),
            Token)));

        Assert.Equal(1, written.Sum());
    }

    [Fact]
    public async Task Concurrent_increments_from_two_instances_are_all_counted()
    {
        await using var other = (IAsyncDisposable)await OpenAsync();
        await InsertAsync(_database, new Thing { Id = "counter" });

        await Task.WhenAll(Enumerable.Range(0, 40).Select(turn => (turn % 2 == 0 ? _database : (IDatabase)other).TransactAsync(
            async (unit, ct) =>
            {
                var small = await unit.FirstOrDefaultAsync<int>(
                    $"SELECT small FROM thing WHERE id = 'counter'{unit.Dialect.ForUpdate}", null, ct);
                await unit.ExecuteAsync("UPDATE thing SET small = @small WHERE id = 'counter'", new { small = small + 1 }, ct);
            },
            Token)));

        Assert.Equal(40, (await ReadAsync("counter"))!.Small);
    }

    [Fact]
    public async Task Two_instances_claiming_rows_never_take_the_same_one()
    {
        await using var other = (IAsyncDisposable)await OpenAsync();
        await _database.TransactAsync(
            async (unit, ct) =>
            {
                foreach (var id in Enumerable.Range(0, 100))
                {
                    await InsertAsync(unit, new Thing { Id = $"{id}" }, ct);
                }
            },
            Token);

        var claimed = await Task.WhenAll(ClaimAllAsync(_database), ClaimAllAsync((IDatabase)other));

        Assert.Equal(100, claimed[0].Concat(claimed[1]).Distinct().Count());
        Assert.Equal(100, claimed.Sum(ids => ids.Count));
    }

    [Fact]
    public async Task A_list_condition_takes_none_one_and_many()
    {
        await InsertAsync(_database, new Thing { Id = "a" });
        await InsertAsync(_database, new Thing { Id = "b" });

        Assert.Empty(await WhereInAsync([]));
        Assert.Equal(["a"], await WhereInAsync(["a"]));
        Assert.Equal(["a", "b"], await WhereInAsync(["b", "a", "missing"]));
    }

    [Fact]
    public async Task Two_instances_may_migrate_at_once_and_again()
    {
        await using var other = (IAsyncDisposable)await OpenAsync();

        await Task.WhenAll(new[] { _database, (IDatabase)other }.Select(database =>
            DatabaseRegistration.MigrateAsync(database, [new ThingMigrations()], TimeProvider.System, Token)));

        var versions = await _database.ReadAsync(
            (unit, ct) => unit.ListAsync<int>("SELECT version FROM schema_version WHERE module = 'thing' ORDER BY version", null, ct),
            Token);
        Assert.Equal([1, 2], versions);
    }

    [Fact]
    public async Task A_broken_migration_leaves_the_schema_as_it_was()
    {
        await Assert.ThrowsAnyAsync<Exception>(() =>
            DatabaseRegistration.MigrateAsync(_database, [new BrokenMigrations()], TimeProvider.System, Token));

        await Assert.ThrowsAnyAsync<Exception>(() => _database.ReadAsync(
            (unit, ct) => unit.ListAsync<int>("SELECT 1 FROM half", null, ct), Token));
    }

    [Fact]
    public async Task A_program_older_than_the_data_refuses_to_start()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            DatabaseRegistration.MigrateAsync(_database, [new ThingMigrations(1)], TimeProvider.System, Token));

        Assert.Contains("older than the data", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_statement_is_not_transient()
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(() => _database.ReadAsync(
            (unit, ct) => unit.ListAsync<int>("SELECT nonsense FROM nowhere", null, ct), Token));

        Assert.False(_database.IsTransient(error));
    }

    [Fact]
    public async Task A_unit_that_only_reads_refuses_commit_work() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => _database.ReadAsync<int>(
            (unit, _) =>
            {
                unit.AfterCommit(() => { });
                return Task.FromResult(0);
            },
            Token));

    private static Task<int> InsertAsync(IDatabase database, Thing thing) =>
        database.TransactAsync((unit, ct) => InsertAsync(unit, thing, ct), Token);

    private static Task<int> InsertAsync(IUnit unit, Thing thing, CancellationToken ct) => unit.ExecuteAsync(
        "INSERT INTO thing (id, amount, at, small, flag, bytes) VALUES (@Id, @Amount, @At, @Small, @Flag, @Bytes)", thing, ct);

    private static Task<Thing?> ReadAsync(IDatabase database, string id) => database.ReadAsync(
        (unit, ct) => unit.FirstOrDefaultAsync<Thing>("SELECT * FROM thing WHERE id = @id", new { id }, ct), Token);

    private Task<Thing?> ReadAsync(string id) => ReadAsync(_database, id);

    private Task<IReadOnlyList<string>> WhereInAsync(string[] ids) => _database.ReadAsync(
        (unit, ct) => unit.ListAsync<string>(
            $"SELECT id FROM thing WHERE {unit.Dialect.In("id", "ids")} ORDER BY id", new { ids }, ct),
        Token);

    private static async Task<List<string>> ClaimAllAsync(IDatabase database)
    {
        var all = new List<string>();
        IReadOnlyList<string> some;
        do
        {
            some = await database.TransactAsync(
                (unit, ct) => unit.ListAsync<string>(
                    $"UPDATE thing SET flag = 1 WHERE id IN (SELECT id FROM thing WHERE flag = 0 LIMIT 7{unit.Dialect.ForUpdateSkipLocked}) RETURNING id",
                    null,
                    ct),
                Token);
            all.AddRange(some);
        }
        while (some.Count > 0);
        return all;
    }
}
