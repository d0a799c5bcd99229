using System.Runtime.CompilerServices;
using Integration.Connectors.Ports;
using Integration.Dynamics.Dataverse.Protocol;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Dataverse.Sweeps;

/// <summary>
/// Lists changed records by <c>modifiedon</c>. The order is Dataverse's own, in which its pages go on from the last record: no record that changes or goes meanwhile hides another, and one that
/// comes again is left out. It needs no memory between sweeps, so that nothing can expire; what it does not show is a deletion.
/// </summary>
internal sealed class ModifiedSweep(DataverseClient client, int pageSize)
{
    private const string Stamp = "modifiedon";

    /// <summary>The pages of one table after the other; a failed one is the last. A record that several rows say to look at is listed once.</summary>
    public async IAsyncEnumerable<ChangePage> PagesAsync(IReadOnlyList<SweptTable> tables, DateTimeOffset since, [EnumeratorCancellation] CancellationToken ct)
    {
        var listed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            await foreach (var page in client.PagesAsync(table.Set, Query(table, since), ct))
            {
                var isLast = page.Next is null && table == tables[^1];
                yield return new ChangePage(page.Failure is null ? [.. Records(table, page.Records, since).Where(record => listed.Add(record.Id))] : [], page.SourceTime, Last: page.Failure is null && isLast, page.Failure);
                if (page.Failure is not null) yield break;
            }
        }
    }

    /// <summary>The pages of one table.</summary>
    public IAsyncEnumerable<ChangePage> PagesAsync(SweptTable table, DateTimeOffset since, CancellationToken ct) => PagesAsync([table], since, ct);

    private EntityQuery Query(SweptTable table, DateTimeOffset since) => new()
    {
        Filter = table.Only is { } only ? Filter.All(Filter.Since(Stamp, since), only) : Filter.Since(Stamp, since),
        Select = [.. table.Columns.Prepend(table.Key).Append(Stamp).Distinct()], PageSize = pageSize,
    };

    private static IEnumerable<ChangedRecord> Records(SweptTable table, IReadOnlyList<DataverseRecord> rows, DateTimeOffset since) =>
        rows.Select(row => new ChangedRecord(table.Id(row), row.Moment(Stamp) ?? since)).Where(record => record.Id.Length > 0);
}
