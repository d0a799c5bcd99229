using Integration.Acumatica.Protocol;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Ports;
using Integration.Contracts.Products;

namespace Integration.Acumatica.Products;

/// <summary>Lists all items, kind after kind, along their keys. Prices for groups are not shown, nor are variants within their template.</summary>
internal sealed class ItemPages(EntityClient client, SessionPool sessions, AcumaticaSettings settings)
{
    private readonly Lock _guard = new();
    private readonly Dictionary<int, (ItemKinds Kind, string After)> _starts = new() { [1] = (ItemKinds.Stock, "") };

    /// <summary>Reads one page, from 1; pages are read one after another, because each begins where the last one ended.</summary>
    public async Task<ProductPage> ReadAsync(int page, CancellationToken ct)
    {
        (ItemKinds Kind, string After) start;
        lock (_guard)
        {
            if (!_starts.TryGetValue(page, out start)) return new ProductPage.Read([], Last: true);
        }

        var query = new EntityQuery
        {
            Filter = start.After.Length > 0 ? Filter.After("InventoryID", start.After) : null,
            Top = settings.PageSize,
        };
        var answer = await sessions.UseAsync(session => client.ListAsync(session, start.Kind.Entity, query, ct), ct);
        if (answer.Failure is { } failure) return new ProductPage.Failed(failure);
        var full = answer.Records.Count >= settings.PageSize;
        var next = full ? (start.Kind, After: answer.Records[^1].Text("InventoryID")) : (Kind: After(start.Kind), After: "");
        if (next.Kind is not null)
        {
            lock (_guard) _starts[page + 1] = (next.Kind, next.After);
        }

        return new ProductPage.Read([.. answer.Records.Select(item => Shown(item, start.Kind))], next.Kind is null);
    }

    // A list without its collections does not tell what is in them.
    private Product Shown(EntityRecord item, ItemKinds kind) =>
        ItemReading.Read(item, kind, settings) with { Barcode = null, Categories = null, Attributes = null, Images = null, Units = null };

    private static ItemKinds? After(ItemKinds kind) => kind == ItemKinds.Stock ? ItemKinds.NonStock : kind == ItemKinds.NonStock ? ItemKinds.Template : null;
}
