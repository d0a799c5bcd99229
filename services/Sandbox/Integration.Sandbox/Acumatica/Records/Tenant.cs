using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Integration.Sandbox.Acumatica.Schema;
using Integration.Sandbox.Storage;

namespace Integration.Sandbox.Acumatica.Records;

/// <summary>
/// The books of one tenant: every record, held in memory and written through to the store before a save is over.
/// Saves run one at a time and are whole or nothing; reads see the last committed rows.
/// </summary>
internal sealed class Tenant : IDisposable
{
    private const string Kind = "record";

    private readonly SandboxStore _store;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ConcurrentDictionary<string, Table> _tables = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _numbers = new(StringComparer.Ordinal);
    private DateTimeOffset _last;

    private Tenant(SandboxStore store, EndpointSchema endpoint, TimeProvider time)
    {
        _store = store;
        _time = time;
        Endpoint = endpoint;
    }

    public EndpointSchema Endpoint { get; }

    /// <summary>Told after each commit, outside the turn.</summary>
    public Action<IReadOnlyList<Committed>>? Changed { get; set; }

    /// <summary>True when the store held nothing yet.</summary>
    public bool IsNew => _tables.IsEmpty;

    /// <summary>Version of what the books began with.</summary>
    public long Books => _numbers.GetValueOrDefault(Save.Books);

    public static async Task<Tenant> OpenAsync(SandboxStore store, EndpointSchema endpoint, TimeProvider time, CancellationToken cancellationToken)
    {
        var tenant = new Tenant(store, endpoint, time);
        var stored = await store.ReadAsync(unit => (unit.All<JsonObject>(Kind), unit.Find<JsonObject>("numbers", "all")), cancellationToken);
        foreach (var json in stored.Item1)
        {
            var row = StoredRow.Read(json, endpoint, json["entity"]!.GetValue<string>());
            tenant.Table(row.Schema.Name).Put(row);
        }

        foreach (var (name, value) in stored.Item2 ?? [])
        {
            tenant._numbers[name] = value!.GetValue<long>();
        }

        return tenant;
    }

    /// <summary>The committed records of an entity that pass the filter, in the order of their keys.</summary>
    public IEnumerable<Row> All(string entity, Func<Row, bool>? filter = null) => Table(entity).Sorted(filter);

    /// <summary>The committed records of an entity that a filter wants, in the order of their keys.</summary>
    public IEnumerable<Row> All(string entity, FilterTest filter) => filter switch
    {
        { Equal: var (field, value) } => Table(entity).Sorted(Table(entity).By(field, value).Where(filter.Holds)),
        { Since: var (field, from) } => Table(entity).Sorted(Table(entity).Since(field, from).Where(filter.Holds)),
        _ => Table(entity).Sorted(filter.Holds),
    };

    /// <summary>The committed records of an entity whose field has this text, in no order.</summary>
    public IReadOnlyList<Row> By(string entity, string field, string value) => Table(entity).By(field, value);

    /// <summary>The committed records of an entity in no order.</summary>
    public IEnumerable<Row> Rows(string entity) => Table(entity).Rows;

    public Row? Find(string entity, Guid id) => Table(entity).Find(id);

    public Row? Find(string entity, params IReadOnlyList<string> keys) => Table(entity).Find(keys);

    /// <summary>Runs one save; what it staged is committed when it returns, and forgotten when it throws.</summary>
    public async Task<T> SaveAsync<T>(Func<Save, T> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        List<Committed> committed;
        List<Committed> told;
        T result;
        try
        {
            var save = new Save(this, Now(), new Dictionary<string, long>(_numbers));
            result = work(save);
            committed = save.IsRefused ? [] : save.Staged();
            told = committed.FindAll(change => !save.IsQuiet(change));
            if (committed.Count > 0)
            {
                await _store.WriteAsync(unit => Write(unit, committed, save.Numbers), CancellationToken.None);
                Apply(committed, save.Numbers);
            }
        }
        finally
        {
            _turn.Release();
        }

        if (told.Count > 0)
        {
            Changed?.Invoke(told);
        }

        return result;
    }

    public void Dispose() => _turn.Dispose();

    private static void Write(SandboxUnit unit, List<Committed> committed, Dictionary<string, long> numbers)
    {
        foreach (var change in committed)
        {
            var id = change.Id.ToString();
            if (change.After is null)
            {
                unit.Remove(Kind, id);
                continue;
            }

            var json = StoredRow.Write(change.After);
            json["entity"] = change.Entity;
            unit.Put(Kind, id, json);
        }

        unit.Put("numbers", "all", new JsonObject(numbers.Select(number => KeyValuePair.Create(number.Key, (JsonNode?)number.Value))));
    }

    private void Apply(List<Committed> committed, Dictionary<string, long> numbers)
    {
        foreach (var change in committed)
        {
            if (change.After is null)
            {
                Table(change.Entity).Remove(change.Id);
            }
            else
            {
                Table(change.Entity).Put(change.After);
            }
        }

        foreach (var (name, value) in numbers)
        {
            _numbers[name] = value;
        }
    }

    // Stamps grow strictly, to the millisecond as the database keeps them.
    private DateTimeOffset Now()
    {
        var now = _time.GetUtcNow();
        now = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        return _last = now > _last ? now : _last.AddMilliseconds(1);
    }

    private Table Table(string entity) => _tables.GetOrAdd(entity, name => new Table(Endpoint.TopLevel(name)!.Keys));
}
