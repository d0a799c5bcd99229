using Integration.Connectors.Backfills;
using Integration.Connectors.Ports;

namespace Integration.Connectors.Lanes.Products;

/// <summary>All products of a system, as a backfill lists them.</summary>
internal static class ProductPages
{
    public static async Task<ListedPage> ReadAsync(IProducts products, string? cursor, CancellationToken ct)
    {
        var page = NumberedPages.Of(cursor);
        return await products.PageAsync(page, ct) switch
        {
            ProductPage.Read read => new ListedPage.Read([.. read.Products.Select(product => product.Id)], NumberedPages.After(page, read.Last)),
            ProductPage.Failed failed => new ListedPage.Failed(failed.Outcome),
            _ => throw new InvalidOperationException("A page of a new kind."),
        };
    }
}
