using System.Collections.Concurrent;
using Integration.Sandbox.Dynamics.Finance.Schema;
using Integration.Sandbox.Storage;

namespace Integration.Sandbox.Dynamics.Finance.Records;

/// <summary>
/// The books of one environment: every row, held in memory and written through to the store before a save is over. Saves run one at a time and
/// are whole or nothing; reads see the last committed rows.
/// </summary>
internal sealed class Books : IDisposable
{
    private const string Kind = "row";

    private readonly SandboxStore _store;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ConcurrentDictionary<(string Table, string Company), Table> _tables = new();
    private readonly ConcurrentDictionary<string, long> _numbers = new(StringComparer.Ordinal);

    private Books(SandboxStore store, Metadata metadata, TimeProvider time)
    {
        _store = store;
        _time = time;
        Metadata = metadata;
    }

    public Metadata Metadata { get; }

    /// <summary>Told after each commit, outside the turn.</summary>
    public Action<IReadOnlyList<Committed>>? Changed { get; set; }

    /// <summary>True when the store held nothing yet.</summary>
    public bool IsNew => _tables.IsEmpty;

    /// <summary>Version of what the books began with.</summary>
    public long Seed => _numbers.GetValueOrDefault(Save.Seed);

    public static async Task<Books> OpenAsync(SandboxStore store, Metadata metadata, TimeProvider time, CancellationToken cancellationToken)
    {
        var books = new Books(store, metadata, time);
        var (rows, numbers) = await store.ReadAsync(unit => (unit.All<StoredRow>(Kind), unit.Find<Dictionary<string, long>>("numbers", "all")), cancellationToken);
        foreach (var row in rows)
        {
            books.Of(row.Table, row.Company).Put(row.Read());
        }

        foreach (var (name, value) in numbers ?? [])
        {
            books._numbers[name] = value;
        }

        return books;
    }

    public Table Of(string table, string company) => _tables.GetOrAdd((table, company), key => new Table(Metadata.KeysOf(key.Table)));

    /// <summary>The committed rows of a table in all legal entities, in the order of their keys.</summary>
    public IEnumerable<Row> All(string table) => _tables.Where(entry => entry.Key.Table == table).OrderBy(entry => entry.Key.Company, StringComparer.Ordinal).SelectMany(entry => entry.Value.Sorted());

    /// <summary>Runs one save; what it staged is committed when it returns, and forgotten when it throws.</summary>
    public async Task<T> SaveAsync<T>(Func<Save, T> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        List<Committed> committed;
        Save save;
        T result;
        try
        {
            save = new Save(this, _time.GetUtcNow(), new Dictionary<string, long>(_numbers));
            result = work(save);
            committed = save.Staged();
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

        var told = committed.FindAll(change => !save.IsQuiet(change));
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
            var id = change.Any.RecId.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (change.After is null)
            {
                unit.Remove(Kind, id);
            }
            else
            {
                unit.Put(Kind, id, StoredRow.Of(change.After));
            }
        }

        unit.Put("numbers", "all", numbers);
    }

    private void Apply(List<Committed> committed, Dictionary<string, long> numbers)
    {
        // Deletions first: a row may be deleted and made anew under the same key.
        foreach (var change in committed.OrderBy(change => change.After is null ? 0 : 1))
        {
            var table = Of(change.Any.Table, change.Any.Company);
            if (change.After is null)
            {
                table.Remove(change.Before!.RecId);
            }
            else
            {
                table.Put(change.After);
            }
        }

        foreach (var (name, value) in numbers)
        {
            _numbers[name] = value;
        }
    }
}
