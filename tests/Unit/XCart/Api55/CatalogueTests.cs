using System.Net;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Tests.Unit.XCart.AddOn;
using Integration.Tests.Unit.XCart.Protocol;
using Xunit;

namespace Integration.Tests.Unit.XCart.Api55;

public sealed class CatalogueTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Products_come_with_those_variants_that_have_a_sku_of_their_own()
    {
        var shop = new ScriptedShop(asked => asked.ApiPath switch
        {
            "products" => ScriptedShop.Json("""[{"id":12,"sku":"A"},{"id":13,"sku":" B "},{"id":14,"sku":""}]"""),
            "products/12/variants" => ScriptedShop.Json("""[{"id":3,"sku":"A-RED","amount":2},{"id":4,"sku":null}]"""),
            "products/13/variants" => ScriptedShop.Problem(HttpStatusCode.NotFound, "Not Found"),
            "products/14/variants" => ScriptedShop.Json("[]"),
            _ => ScriptedShop.Page(HttpStatusCode.NotFound),
        });

        var read = Assert.IsType<CataloguePage.Read>(await Catalogue(shop).PageAsync(1, Ct));
        Assert.True(read.Last);
        Assert.Equal(
            [new CatalogueItem(new StockItem("12"), "A"), new CatalogueItem(new StockItem("12", "3"), "A-RED"), new CatalogueItem(new StockItem("13"), "B")], read.Items);
    }

    [Fact]
    public async Task A_shop_without_variants_is_not_asked_for_them_again()
    {
        var shop = new ScriptedShop(asked => asked.ApiPath == "products"
            ? ScriptedShop.Json($"[{string.Join(',', Enumerable.Range(1, 20).Select(id => $$"""{"id":{{id}},"sku":"S{{id}}"}"""))}]")
            : ScriptedShop.Problem(HttpStatusCode.NotFound, "Not Found"));
        var catalogue = Catalogue(shop);

        Assert.False(Assert.IsType<CataloguePage.Read>(await catalogue.PageAsync(1, Ct)).Last);
        var before = shop.Requests.Count;
        await catalogue.PageAsync(2, Ct);
        Assert.Equal(before + 1, shop.Requests.Count);
    }

    [Fact]
    public async Task With_the_add_on_nothing_is_crawled()
    {
        Assert.IsType<CataloguePage.NotNeeded>(await Catalogue(ShopWithAddOn.Of((_, _) => throw new InvalidOperationException())).PageAsync(1, Ct));
    }

    [Fact]
    public async Task A_shop_that_is_away_fails_the_page()
    {
        var failed = Assert.IsType<CataloguePage.Failed>(await Catalogue(new ScriptedShop(_ => ScriptedShop.Empty(HttpStatusCode.ServiceUnavailable))).PageAsync(1, Ct));

        Assert.IsType<WriteOutcome.Unavailable>(failed.Outcome);
    }

    private static ICatalogue Catalogue(ScriptedShop shop) => shop.Connector(ShopPairs.Shop55()).Catalogue!;
}
