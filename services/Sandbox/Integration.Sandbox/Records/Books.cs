using System.Globalization;
using Integration.Sandbox.Storage;

namespace Integration.Sandbox.Records;

/// <summary>
/// The books of one stand-in: every row, held in memory and written through to the store before a save is over. Saves run one at a time and
/// are whole or nothing; reads see the last committed rows.
/// </summary>
/// <param name="store">Where they lie.</param>
/// <param name="keysOf">Names of a table's key fields.</param>
internal abstract class Books<TRow, TId, TSave>(SandboxStore store, Func<string, IReadOnlyList<string>> keysOf) : IDisposable
    where TRow : class, IRow<TRow, TId>
    where TId : struct, IFormattable
    where TSave : Save<TRow, TId>
{
    /// <summary>Kind of document that a row is in the store.</summary>
    protected const string Kind = "row";

    private const string NumberKind = "numbers";
    private const string Everything = "all";
    private const string SeedNumber = "Seed";

    private readonly SemaphoreSlim _turn = new(1, 1);
    private Dictionary<string, long> _numbers = new(StringComparer.Ordinal);

    /// <summary>Told after each commit, outside the turn.</summary>
    public Action<IReadOnlyList<Committed<TRow>>>? Changed { get; set; }

    /// <summary>The committed rows.</summary>
    protected CommittedRows<TRow, TId> Rows { get; } = new(keysOf);

    /// <summary>The committed rows of one place.</summary>
    public Table<TRow, TId> Of(Place place) => Rows[place];

    /// <summary>Runs one save; what it staged is committed when it returns, and forgotten when it throws.</summary>
    public async Task<T> SaveAsync<T>(Func<TSave, T> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        List<Committed<TRow>> told = [];
        T result;
        try
        {
            var save = Begin(new Dictionary<string, long>(_numbers, StringComparer.Ordinal));
            result = work(save);
            if (save.Complete() && save.Changes is { Count: > 0 } committed)
            {
                await store.WriteAsync(unit => Write(unit, committed, save.Numbers), CancellationToken.None);
                Apply(committed);
                _numbers = save.Numbers;
                told = [.. committed.Where(change => !save.IsQuiet(change.Row))];
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

    public void Dispose()
    {
        _turn.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Reads what the store holds, or plants what new books hold.</summary>
    /// <param name="version">Version of what new books hold.</param>
    /// <param name="plant">Plants it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidDataException">The books were made by another version of the stand-in.</exception>
    public async Task OpenAsync(long version, Action<TSave> plant, CancellationToken cancellationToken)
    {
        var (numbers, rows) = await store.ReadAsync(unit => (unit.Find<Dictionary<string, long>>(NumberKind, Everything), unit.Count(Kind)), cancellationToken);
        if (numbers is null && rows == 0)
        {
            await SaveAsync(
                save =>
                {
                    plant(save);
                    return save.Numbers[SeedNumber] = version;
                },
                cancellationToken);
            return;
        }

        if (numbers is null || numbers.GetValueOrDefault(SeedNumber) != version)
        {
            throw store.OfAnotherVersion();
        }

        foreach (var row in await store.ReadAsync(Read, cancellationToken))
        {
            Rows[row.Place].Put(row);
        }

        _numbers = numbers;
    }

    protected abstract TSave Begin(Dictionary<string, long> numbers);

    /// <summary>Every row in the store.</summary>
    protected abstract IReadOnlyList<TRow> Read(SandboxUnit unit);

    /// <summary>Puts a row into the store.</summary>
    protected abstract void Write(SandboxUnit unit, string id, TRow row);

    private static string Name(TRow row) => row.Id.ToString(null, CultureInfo.InvariantCulture);

    private void Write(SandboxUnit unit, IEnumerable<Committed<TRow>> committed, Dictionary<string, long> numbers)
    {
        foreach (var change in committed)
        {
            if (change.After is { } row)
            {
                Write(unit, Name(row), row);
            }
            else
            {
                unit.Remove(Kind, Name(change.Row));
            }
        }

        unit.Put(NumberKind, Everything, numbers);
    }

    private void Apply(IEnumerable<Committed<TRow>> committed)
    {
        // Deletions first: a row may be deleted and made anew under the same key.
        foreach (var change in committed.OrderBy(change => change.After is null ? 0 : 1))
        {
            var table = Rows[change.Row.Place];
            if (change.After is { } row)
            {
                table.Put(row);
            }
            else
            {
                table.Remove(change.Row.Id);
            }
        }
    }
}
