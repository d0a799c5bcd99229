using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Sandbox.Dynamics.Dataverse.Schema;
using Integration.Sandbox.Storage;

namespace Integration.Sandbox.Dynamics.Dataverse.Records;

/// <summary>
/// The books of one organization: every record, held in memory and written through to the store before a transaction is over.
/// Transactions run one at a time and are whole or nothing; reads see the last committed records.
/// </summary>
internal sealed class Books : IDisposable
{
    private const string Kind = "record";
    private const string Deleted = "deleted";
    private const string CustomColumn = "column";
    private const string Key = "key";
    private const string VersionCounter = "version";
    private const string NumberCounter = "number";
    private const string SeedCounter = "seed";

    private readonly SandboxStore _store;
    private readonly TimeProvider _time;
    private readonly Action<Transaction, Record> _complete;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, RecordTable> _tables = new(StringComparer.Ordinal);
    private volatile IReadOnlyList<AlternateKey> _keys = [];
    private long _version;
    private long _numbers;
    private long _seed;

    private Books(SandboxStore store, OrganizationSchema schema, TimeProvider time, Action<Transaction, Record> complete)
    {
        _store = store;
        _time = time;
        _complete = complete;
        Schema = schema;
    }

    public OrganizationSchema Schema { get; }

    /// <summary>Alternate keys, active or not.</summary>
    public IReadOnlyList<AlternateKey> Keys => _keys;

    /// <summary>The greatest version given so far.</summary>
    public long Version => Interlocked.Read(ref _version);

    /// <summary>Version of what the books began with; 0 when they hold nothing yet.</summary>
    public long Seed => _seed;

    /// <summary>Has its say at the end of each transaction, inside the turn; when it throws, nothing is committed.</summary>
    public Func<Transaction, Task>? Committing { get; set; }

    /// <summary>Told after each commit, outside the turn.</summary>
    public Action<IReadOnlyList<Committed>, Guid>? Changed { get; set; }

    /// <summary>Opens the books.</summary>
    /// <param name="store">Where they lie.</param>
    /// <param name="schema">Tables; custom columns are added to it.</param>
    /// <param name="time">Clock.</param>
    /// <param name="complete">Works out what a changed record says of itself, before it is stored.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<Books> OpenAsync(SandboxStore store, OrganizationSchema schema, TimeProvider time, Action<Transaction, Record> complete, CancellationToken cancellationToken)
    {
        var books = new Books(store, schema, time, complete);
        await store.ReadAsync(unit => books.Read(unit), cancellationToken);
        return books;
    }

    public RecordTable Table(string name) => _tables.GetOrAdd(name, _ => new RecordTable(_gate));

    public Record? Find(string table, Guid id) => Table(table).Find(id);

    /// <summary>Runs one transaction; what it staged is committed when it returns, and forgotten when it throws.</summary>
    public async Task<T> RunAsync<T>(Func<Transaction, T> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        List<Committed> committed;
        Guid user;
        T result;
        try
        {
            var transaction = new Transaction(this, Now(), _numbers);
            result = work(transaction);
            if (Committing is { } committing)
            {
                await committing(transaction);
            }

            committed = [.. transaction.Staged];
            user = transaction.User;
            if (committed.Count > 0)
            {
                var (version, tombstones) = Stamp(transaction, committed);
                await _store.WriteAsync(unit => Write(unit, committed, tombstones, version, transaction.Numbers), CancellationToken.None);
                lock (_gate)
                {
                    Apply(committed, tombstones);
                }

                Interlocked.Exchange(ref _version, version);
                _numbers = transaction.Numbers;
            }
        }
        finally
        {
            _turn.Release();
        }

        if (committed.Exists(change => !change.IsQuiet))
        {
            Changed?.Invoke(committed.FindAll(change => !change.IsQuiet), user);
        }

        return result;
    }

    /// <summary>Adds a custom column, or replaces one of the same name.</summary>
    public async Task AddColumnAsync(string table, Column column, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToNode(column, OrganizationSchema.Json)!.AsObject();
        json["table"] = table;
        await _store.WriteAsync(unit => unit.Put(CustomColumn, $"{table}.{column.Name}", json, sort: unit.Count(CustomColumn)), cancellationToken);
        Schema[table].Add(column);
    }

    /// <summary>Adds an alternate key, or replaces one of the same name.</summary>
    public async Task AddKeyAsync(AlternateKey key, CancellationToken cancellationToken)
    {
        await _store.WriteAsync(unit => unit.Put(Key, $"{key.Table}.{key.Name}", key), cancellationToken);
        _keys = [.. _keys.Where(kept => (kept.Table, kept.Name) != (key.Table, key.Name)), key];
    }

    /// <summary>Remembers that the books were planted.</summary>
    public async Task PlantedAsync(long seed, CancellationToken cancellationToken)
    {
        await _store.WriteAsync(unit => unit.SetCounter(SeedCounter, seed), cancellationToken);
        _seed = seed;
    }

    public void Dispose() => _turn.Dispose();

    private bool Read(SandboxUnit unit)
    {
        foreach (var json in unit.All<JsonObject>(CustomColumn))
        {
            var column = json.Deserialize<Column>(OrganizationSchema.Json)!;
            Schema[json["table"]!.GetValue<string>()].Add(column);
        }

        _keys = unit.All<AlternateKey>(Key);
        foreach (var json in unit.All<JsonObject>(Kind))
        {
            var record = StoredRecord.Read(json, Schema);
            Table(record.Table.Name).Put(record);
        }

        foreach (var tombstone in unit.All<Tombstone>(Deleted))
        {
            Table(tombstone.Table).Remove(tombstone.Id, tombstone);
        }

        (_version, _numbers, _seed) = (unit.Counter(VersionCounter), unit.Counter(NumberCounter), unit.Counter(SeedCounter));
        return true;
    }

    private (long Version, List<Tombstone> Tombstones) Stamp(Transaction transaction, List<Committed> committed)
    {
        var (version, tombstones) = (_version, new List<Tombstone>());
        foreach (var change in committed.Where(change => !change.IsQuiet))
        {
            version++;
            if (change.After is not { } record)
            {
                tombstones.Add(new Tombstone(change.Record.Table.Name, change.Record.Id, version));
                continue;
            }

            _complete(transaction, record);
            record.Set("versionnumber", version).Set("modifiedon", transaction.Now).Set("modifiedby", new Reference("systemuser", transaction.User));
            if (change.Before is null)
            {
                record.Set("createdon", transaction.Now).Set("createdby", new Reference("systemuser", transaction.User));
            }

            // The stamp is told even when it is the same second's.
            change.Touched.UnionWith(Changes(change.Before, record).Append("modifiedon").Append("modifiedby"));
        }

        return (version, tombstones);
    }

    private static IEnumerable<string> Changes(Record? before, Record after) =>
        after.Values.Where(value => before is null || !value.Value.Equals(before[value.Key])).Select(value => value.Key)
            .Concat(before?.Values.Keys.Where(column => after[column] is null) ?? []);

    private static void Write(SandboxUnit unit, List<Committed> committed, List<Tombstone> tombstones, long version, long numbers)
    {
        foreach (var change in committed)
        {
            var id = $"{change.Record.Table.Name}:{change.Record.Id}";
            if (change.After is { } record)
            {
                unit.Put(Kind, id, StoredRecord.Write(record));
                unit.Remove(Deleted, id);
            }
            else
            {
                unit.Remove(Kind, id);
            }
        }

        foreach (var tombstone in tombstones)
        {
            unit.Put(Deleted, $"{tombstone.Table}:{tombstone.Id}", tombstone);
        }

        unit.SetCounter(VersionCounter, version);
        unit.SetCounter(NumberCounter, numbers);
    }

    private void Apply(List<Committed> committed, List<Tombstone> tombstones)
    {
        var deleted = tombstones.ToDictionary(tombstone => tombstone.Id);
        foreach (var change in committed)
        {
            if (change.After is { } record)
            {
                Table(record.Table.Name).Put(record);
            }
            else
            {
                Table(change.Record.Table.Name).Remove(change.Record.Id, deleted.GetValueOrDefault(change.Record.Id));
            }
        }
    }

    private DateTimeOffset Now()
    {
        var now = _time.GetUtcNow();
        return new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
    }
}
