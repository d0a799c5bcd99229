using Integration.Connectors.Lanes;
using Integration.Connectors.Lanes.Products;
using Integration.Connectors.Pairs;
using Integration.Contracts.Products;
using Xunit;

namespace Integration.Tests.Unit.Connectors.Lanes;

public sealed class ProductMappingsTests
{
    private static readonly PairDefinition Pair = new()
    {
        Name = "shop-erp", Mode = PairMode.Live, From = DateTimeOffset.UnixEpoch, TimeZone = TimeZoneInfo.Utc, StorefrontCode = "",
        Storefront = new ConnectionDefinition { Name = "shop", Kind = "xcart", Url = new Uri("https://shop.example.com") },
        Erp = new ConnectionDefinition { Name = "erp", Kind = "dynamics", Url = new Uri("https://erp.example.com") },
    };

    [Fact]
    public void A_product_that_several_items_make_up_is_compared_by_its_variants_and_stays_without_an_id()
    {
        var (made, mapped) = ProductMappings.Map(new DocumentMappings(TimeProvider.System), Pair, ProductMappings.ToStore, new Product
        {
            Id = "", Sku = "TEE", Kind = ProductKind.Template,
            Variants = [new ProductVariant { Id = "TEE-RED-S", Sku = "TEE-RED-S", Price = 19.99m }, new ProductVariant { Id = "TEE-BLU-L", Sku = "TEE-BLU-L", Price = 21.5m }],
        });

        Assert.Empty(mapped.Problems);
        Assert.Equal(("", "TEE", null), (made!.Id, made.Sku, made.Name));
        Assert.Equal([("TEE-RED-S", 19.99m), ("TEE-BLU-L", 21.5m)], made.Variants!.Select(variant => (variant.Sku, variant.Price!.Value)));
    }

    [Fact]
    public void Any_other_keeps_the_id_that_it_has()
    {
        var (made, _) = ProductMappings.Map(new DocumentMappings(TimeProvider.System), Pair, ProductMappings.ToStore, new Product { Id = "4711", Sku = "MUG-01", Price = 9m });

        Assert.Equal(("4711", "MUG-01", 9m), (made!.Id, made.Sku, made.Price));
    }
}
