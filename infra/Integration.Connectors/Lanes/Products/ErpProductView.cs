using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.Ports;
using Integration.Contracts.Products;

namespace Integration.Connectors.Lanes.Products;

/// <summary>The ERP's product as the storefront could show it.</summary>
internal static class ErpProductView
{
    /// <summary>
    /// With the prices of the pair's currency only; the one for everybody from the first piece on is the price. A weight of an unknown unit is left out.
    /// </summary>
    public static Product Settled(Product product, ProductLane lane)
    {
        var own = product.Prices?.Where(price => lane.Currency is { } currency && (price.Currency is null || price.Currency == currency)).ToList();
        var everybody = own?.Find(price => price.Group is null && price.Quantity <= 1);
        return product with
        {
            // An ERP that decides over texts and keeps none takes none away; a storefront that does fills it in.
            Description = product.Description is { Length: 0 } && lane.Owners[ProductFields.Description] == FieldOwner.Erp ? null : product.Description,
            Price = everybody?.Amount ?? product.Price,
            Prices = lane.Currency is null || own is null ? null : [.. own.Where(price => price != everybody).Select(price => price with { Currency = null })],
        };
    }

    /// <summary>In the unit of the storefront's weights.</summary>
    public static Product Weighed(Product product, string? unit) => product with
    {
        Weight = Weights.In(unit, product.Weight, product.WeightUnit),
        WeightUnit = unit,
        Variants = product.Variants?.Select(variant => variant with { Weight = Weights.In(unit, variant.Weight, product.WeightUnit) }).ToList(),
    };

    /// <summary>Finds the ERP's product of a storefront's: by the tie, by SKU, or made of the items that its variants are.</summary>
    public static async Task<ReadOutcome<Product>> FindAsync(IErpProducts erp, ProductLane lane, Product store, string erpId, CancellationToken ct)
    {
        if (erpId.Length > 0)
        {
            var tied = await erp.ReadAsync(erpId, ct);
            if (tied is not ReadOutcome<Product>.NotFound) return tied;
        }

        var found = await BySkuAsync(erp, store.Sku, ct);
        if (found is not ReadOutcome<Product>.NotFound || store.Variants is not { Count: > 0 } variants) return found;
        var items = new List<ProductVariant>();
        foreach (var sku in variants.Select(variant => variant.Sku).Where(sku => sku.Length > 0 && sku != store.Sku))
        {
            switch (await BySkuAsync(erp, sku, ct))
            {
                case ReadOutcome<Product>.Found { Value: var item }:
                    items.Add(new ProductVariant { Id = item.Id, Sku = item.Sku, Price = Settled(item, lane).Price, Weight = item.Weight, Enabled = item.Enabled });
                    break;
                case ReadOutcome<Product>.NotFound:
                    break;
                case var failed:
                    return failed;
            }
        }

        // Its id stays empty: no one item of the ERP is this product.
        return items.Count == 0 ? found : new ReadOutcome<Product>.Found(new Product { Id = "", Sku = store.Sku, Kind = ProductKind.Template, Variants = items });
    }

    private static async Task<ReadOutcome<Product>> BySkuAsync(IErpProducts erp, string sku, CancellationToken ct)
    {
        if (sku.Length == 0) return new ReadOutcome<Product>.NotFound();
        return await erp.FindAsync(sku, ct) switch
        {
            ProductFind.Found found => await erp.ReadAsync(found.Items[0].Product, ct),
            ProductFind.Failed failed => new ReadOutcome<Product>.Failed(failed.Outcome),
            _ => new ReadOutcome<Product>.NotFound(),
        };
    }
}
