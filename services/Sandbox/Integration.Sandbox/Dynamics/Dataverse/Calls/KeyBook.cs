using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.Dataverse.Schema;

namespace Integration.Sandbox.Dynamics.Dataverse.Calls;

/// <summary>The alternate keys. Their indexes are built some time after they were asked for; one over values that occur twice fails.</summary>
internal sealed class KeyBook(Books books, DataverseSettings settings, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<AlternateKey, KeyIndexStatus> _built = [];

    public IEnumerable<AlternateKey> Of(string table) => books.Keys.Where(key => key.Table == table);

    public KeyIndexStatus StatusOf(AlternateKey key)
    {
        if (key.Forced is { } forced)
        {
            return forced;
        }

        lock (_gate)
        {
            if (_built.TryGetValue(key, out var built))
            {
                return built;
            }

            var waited = time.GetUtcNow() - key.CreatedOn;
            if (waited < settings.KeyActivation)
            {
                return waited * 2 < settings.KeyActivation ? KeyIndexStatus.Pending : KeyIndexStatus.InProgress;
            }

            return _built[key] = books.Table(key.Table).AreUnique(key.Columns) ? KeyIndexStatus.Active : KeyIndexStatus.Failed;
        }
    }

    /// <summary>Refuses a record whose values under an active key are another's.</summary>
    public void Check(Transaction transaction, Record record)
    {
        foreach (var key in Of(record.Table.Name).Where(key => StatusOf(key) == KeyIndexStatus.Active && key.Columns.All(column => record[column] is not null)))
        {
            if (transaction.By(record.Table.Name, key.Columns, [.. key.Columns.Select(column => record[column]!)]).Any(other => other.Id != record.Id))
            {
                throw DataverseFault.KeyTaken(key.Name, string.Join(", ", key.Columns));
            }
        }
    }
}
