using Integration.Dynamics.Dataverse.Protocol;

namespace Integration.Dynamics.Dataverse.Customers;

/// <summary>Accounts as they were read last: what is compared before a change, and must still stand when the change is written.</summary>
/// <param name="most">How many are remembered.</param>
internal sealed class SeenAccounts(int most = 1000)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, DataverseRecord> _seen = [];
    private readonly Queue<Guid> _order = new();

    /// <summary>It was read.</summary>
    public void Add(Guid id, DataverseRecord account)
    {
        lock (_lock)
        {
            if (_seen.TryAdd(id, account)) _order.Enqueue(id);
            else _seen[id] = account;
            if (_order.Count > most) _seen.Remove(_order.Dequeue());
        }
    }

    /// <summary>As it was read last; null when that is long ago.</summary>
    public DataverseRecord? Of(Guid id)
    {
        lock (_lock) return _seen.TryGetValue(id, out var account) ? account : null;
    }
}
