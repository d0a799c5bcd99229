using Integration.Platform.Database;
using Integration.Platform.Leases;
using Integration.Tests.Servers;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Integration.Tests.Integration.Platform;

/// <summary>One owner at a time, handed over on release and on death, fenced by epoch.</summary>
public abstract class LeaseTests(PostgresFixture? postgres) : IAsyncLifetime
{
    private static readonly TimeSpan Ttl = TimeSpan.FromMilliseconds(600);
    private Surroundings _surroundings = null!;
    private Node _one = null!;
    private Node _two = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _surroundings = await Surroundings.CreateAsync(null, postgres, Token);
        _one = Node.Build(_surroundings.Settings);
        _two = Node.Build(_surroundings.Settings);
        await _one.MigrateAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _one.DisposeAsync();
        await _two.DisposeAsync();
        await _surroundings.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Only_one_of_many_asking_at_once_gets_it()
    {
        var asked = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => AcquireAsync(i % 2 == 0 ? _one : _two)));

        var lease = Assert.Single(asked, lease => lease is not null)!;
        Assert.Equal(1, lease.Epoch);
        await lease.DisposeAsync();
    }

    [Fact]
    public async Task A_released_lease_goes_to_the_next_at_once_with_a_higher_epoch()
    {
        var first = await AcquireAsync(_one);
        Assert.Null(await AcquireAsync(_two));

        await first!.DisposeAsync();
        await using var second = await AcquireAsync(_two);

        Assert.True(first.Lost.IsCancellationRequested);
        Assert.Equal(first.Epoch + 1, second!.Epoch);
    }

    [Fact]
    public async Task A_lease_is_renewed_as_long_as_it_is_held()
    {
        await using var lease = await AcquireAsync(_one);
        var first = await ExpiryAsync();

        await Eventually.TrueAsync(async () => await ExpiryAsync() > first + 2 * (long)Ttl.TotalMilliseconds, "renewed beyond its first end");

        Assert.Null(await AcquireAsync(_two));
        Assert.False(lease!.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task A_dead_owners_lease_is_taken_over_when_it_runs_out()
    {
        await _one.Database.TransactAsync(
            (unit, ct) => unit.ExecuteAsync(
                "INSERT INTO lease (name, owner, epoch, expires_at) VALUES ('shop', 'dead', 7, @soon)",
                new { soon = TimeProvider.System.UnixMs() + 300 },
                ct),
            Token);
        Assert.Null(await AcquireAsync(_two));

        Lease? lease = null;
        await Eventually.TrueAsync(async () => (lease = await AcquireAsync(_two)) is not null, "taken over");

        Assert.Equal(8, lease!.Epoch);
        await lease.DisposeAsync();
    }

    [Fact]
    public async Task An_owner_that_was_overtaken_is_told()
    {
        await using var lease = await AcquireAsync(_one);

        await _two.Database.TransactAsync(
            (unit, ct) => unit.ExecuteAsync("UPDATE lease SET owner = 'other', epoch = epoch + 1", null, ct), Token);

        await Eventually.TrueAsync(() => lease!.Lost.IsCancellationRequested, "told");
    }

    [Fact]
    public async Task A_stopping_service_gives_its_leases_back()
    {
        var leases = new DatabaseLeases(_one.Database, TimeProvider.System, NullLogger<DatabaseLeases>.Instance);
        var lease = await leases.TryAcquireAsync("shop", TimeSpan.FromMinutes(5), Token);

        await leases.DisposeAsync();

        Assert.True(lease!.Lost.IsCancellationRequested);
        await using var next = await AcquireAsync(_two);
        Assert.NotNull(next);
    }

    private static Task<Lease?> AcquireAsync(Node node) => node.Get<ILeases>().TryAcquireAsync("shop", Ttl, Token);

    private Task<long> ExpiryAsync() => _one.CountAsync("SELECT expires_at FROM lease WHERE name = 'shop'", Token);
}
