using Integration.Sandbox.Dynamics.Dataverse.Records;

namespace Integration.Sandbox.Dynamics.DualWrite.Maps;

/// <summary>The maps as Dataverse lists them: a row for each that is enabled. They outlive the process there.</summary>
internal sealed class MapBook(Books books)
{
    private const string Table = "msdyn_dualwriteruntimeconfig";
    private const string Key = "msdyn_internalentityname";
    private const string Status = "msdyn_status";

    public MapStatus StatusOf(TableMap map) =>
        books.Table(Table).First([Key], [map.Table]) is not { } row ? MapStatus.NotRunning : row.Text(Status) == nameof(MapStatus.Paused) ? MapStatus.Paused : MapStatus.Running;

    public Task SetAsync(IEnumerable<TableMap> maps, MapStatus status, CancellationToken cancellationToken) => books.RunAsync(
        transaction =>
        {
            transaction.User = LinkSetup.User;
            transaction.IsCopied = true;
            foreach (var map in maps)
            {
                Set(transaction, map, status);
            }

            return true;
        },
        cancellationToken);

    public static void Set(Transaction transaction, TableMap map, MapStatus status)
    {
        var row = transaction.First(Table, [Key], map.Table);
        if (status == MapStatus.NotRunning)
        {
            if (row is not null)
            {
                transaction.Delete(row);
            }

            return;
        }

        var kept = row is not null ? transaction.Edit(row) : transaction.Insert(new Record(transaction.Schema[Table], Guid.NewGuid())).Set("statecode", 0L).Set("statuscode", 1L);
        kept.Set(Key, map.Table).Set("msdyn_externalentityname", map.Entity).Set("msdyn_name", $"{map.Entity} ({map.Set})").Set(Status, status.ToString());
    }
}
