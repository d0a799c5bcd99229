using Integration.Platform.Database;

namespace Integration.Platform.Leases;

internal sealed partial class DatabaseLeases(
    IDatabase database, TimeProvider clock, ILogger<DatabaseLeases> log, string? owner = null) : ILeases, IAsyncDisposable
{
    private readonly string _owner = owner ?? $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.CreateVersion7():N}";
    private readonly Lock _gate = new();
    private readonly HashSet<Lease> _held = [];

    public async Task<Lease?> TryAcquireAsync(string name, TimeSpan ttl, CancellationToken ct)
    {
        var asked = clock.GetTimestamp();
        var now = clock.UnixMs();
        var epoch = await database.TransactAsync(
            (unit, token) => unit.FirstOrDefaultAsync<long?>(
                """
                INSERT INTO lease (name, owner, epoch, expires_at) VALUES (@name, @owner, 1, @expires)
                ON CONFLICT (name) DO UPDATE
                SET owner = excluded.owner, epoch = lease.epoch + 1, expires_at = excluded.expires_at
                WHERE lease.expires_at <= @now
                RETURNING epoch
                """,
                new { name, owner = _owner, now, expires = now + (long)ttl.TotalMilliseconds },
                token),
            ct);
        if (epoch is null)
        {
            return null;
        }

        var lease = new Lease(
            name,
            _owner,
            epoch.Value,
            (held, token) => RenewAsync(held, ttl, asked, token),
            () => ReleaseAsync(name, epoch.Value));
        lock (_gate)
        {
            _held.Add(lease);
        }

        return lease;
    }

    public async ValueTask DisposeAsync()
    {
        Lease[] held;
        lock (_gate)
        {
            held = [.. _held];
            _held.Clear();
        }

        foreach (var lease in held)
        {
            await lease.DisposeAsync();
        }
    }

    private async Task RenewAsync(Lease lease, TimeSpan ttl, long renewedAt, CancellationToken ct)
    {
        // The owner stops a little before others may take over.
        var trusted = ttl * 0.9;
        while (!ct.IsCancellationRequested)
        {
            await Task.Delay(ttl / 3, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (ct.IsCancellationRequested)
            {
                return;
            }

            var asked = clock.GetTimestamp();
            var renewed = await TryRenewAsync(lease, ttl, trusted - clock.GetElapsedTime(renewedAt), ct);
            if (renewed == true)
            {
                renewedAt = asked;
            }
            else if (renewed == false || clock.GetElapsedTime(renewedAt) >= trusted)
            {
                if (!ct.IsCancellationRequested)
                {
                    LogLost(lease.Name, lease.Epoch);
                    lease.Lose();
                }

                return;
            }
        }
    }

    // null: not known, the database did not answer.
    private async Task<bool?> TryRenewAsync(Lease lease, TimeSpan ttl, TimeSpan left, CancellationToken ct)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.FromMilliseconds(1));
        try
        {
            var rows = await database.TransactAsync(
                (unit, token) => unit.ExecuteAsync(
                    "UPDATE lease SET expires_at = @expires WHERE name = @name AND owner = @owner AND epoch = @epoch",
                    new
                    {
                        name = lease.Name,
                        owner = lease.Owner,
                        epoch = lease.Epoch,
                        expires = clock.UnixMs() + (long)ttl.TotalMilliseconds,
                    },
                    token),
                deadline.Token);
            return rows == 1;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (Exception exception) when (database.IsTransient(exception))
        {
            LogRenewalFailed(lease.Name, exception.Message);
            return null;
        }
    }

    private async Task ReleaseAsync(string name, long epoch)
    {
        lock (_gate)
        {
            _held.RemoveWhere(lease => lease.Name == name && lease.Epoch == epoch);
        }

        try
        {
            await database.TransactAsync(
                (unit, token) => unit.ExecuteAsync(
                    "UPDATE lease SET expires_at = 0 WHERE name = @name AND owner = @owner AND epoch = @epoch",
                    new { name, owner = _owner, epoch },
                    token),
                CancellationToken.None);
        }
        catch (Exception exception) when (database.IsTransient(exception))
        {
            // It runs out by itself.
            LogRenewalFailed(name, exception.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Lease {Name} (epoch {Epoch}) is lost")]
    private partial void LogLost(string name, long epoch);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Lease {Name} could not be written: {Reason}")]
    private partial void LogRenewalFailed(string name, string reason);
}
