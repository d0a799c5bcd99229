namespace Integration.Platform.Leases;

/// <summary>
/// Named locks with an owner and an end, kept in the service's database: one replica at a time leases a connection.
/// Replicas' clocks must agree to within a few seconds (NTP); whoever writes under a lease adds
/// <see cref="Lease.Epoch"/> to its claims, so that a late owner is fenced off.
/// </summary>
public interface ILeases
{
    /// <summary>
    /// Takes the lease, or null when another owner holds it. It is renewed in the background every third of
    /// <paramref name="ttl"/> until it is disposed or lost.
    /// </summary>
    Task<Lease?> TryAcquireAsync(string name, TimeSpan ttl, CancellationToken ct);
}
