using System.Globalization;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Products;
using Integration.Contracts.Reconciliation;
using Integration.Contracts.Records;

namespace Integration.Connectors.Lanes.Reconciliation.Lists;

/// <summary>What can be bought, by SKU: products without variants, and variants. What the storefront does not sell just now need not be in the ERP.</summary>
internal sealed class ProductLists : ILaneLists
{
    public IEnumerable<IRecordList> Of(IConnector connector, PairDefinition pair) => pair.Lanes.Products is null ? [] : connector switch
    {
        IStorefront { Products: { } products } => [new List(products, OfStore)],
        IErp { Products: { } products } => [new List(products, OfErp)],
        _ => [],
    };

    private static IEnumerable<ListedRecord> OfStore(Product product) => product.Variants is { Count: > 0 } variants
        ? variants.Select(variant => Record(product.Id, variant.Sku.Length > 0 ? variant.Sku : product.Sku, (variant.Enabled ?? true) && (product.Enabled ?? true)))
        : [Record(product.Id, product.Sku, product.Enabled ?? true)];

    private static IEnumerable<ListedRecord> OfErp(Product product) =>
        (product.Variants ?? []).Select(variant => Record(variant.Id, variant.Sku, true)).Prepend(Record(product.Id, product.Sku, true));

    private static ListedRecord Record(string id, string sku, bool sold) =>
        new() { Key = sku.Trim(), Id = id, Number = sku, State = sold ? ListedStates.Active : ListedStates.Waiting };

    private sealed class List(IProducts products, Func<Product, IEnumerable<ListedRecord>> records) : IRecordList
    {
        public string Entity => Entities.Product;

        public async Task<ListPage> PageAsync(ListQuestion question, CancellationToken ct)
        {
            var page = question.Cursor is { } cursor ? int.Parse(cursor, CultureInfo.InvariantCulture) : 1;
            return await products.PageAsync(page, ct) switch
            {
                ProductPage.Read read => new ListPage.Read(
                    [.. read.Products.SelectMany(records).Where(record => record.Key.Length > 0)], read.Last ? null : (page + 1).ToString(CultureInfo.InvariantCulture)),
                ProductPage.Failed failed => new ListPage.Failed(failed.Outcome),
                _ => throw new InvalidOperationException("A page of a new kind."),
            };
        }
    }
}
