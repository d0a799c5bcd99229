using System.Text.Json.Nodes;
using Integration.Connectors.Pairs;
using Integration.Tests.Unit.XCart;
using Xunit;

namespace Integration.Tests.Unit.Connectors.Pairs;

public sealed class PairTablesTests
{
    [Fact]
    public void Tables_of_codes_rates_and_units_stand_beside_each_other()
    {
        var tables = PairTables.Of(ShopPairs.Pair(lookups: JsonNode.Parse("""
            {
              "payment-methods": { "PayPal": "ONLINE" },
              "taxes": { "ignoreCase": true, "codes": { "vat": "WEB" } },
              "exchange-rates": { "source": "bank", "rates": [ { "from": "USD", "to": "EUR", "validFrom": "2026-01-02", "rate": 0.9 } ] },
              "item-units": { "units": [ { "unit": "each", "erpUnit": "EA" } ] }
            }
            """)!.AsObject()));

        Assert.True(tables.TryFind("payment-methods", "PayPal", out _));
        Assert.True(tables.TryFind("taxes", "VAT", out _));
        Assert.Equal(0.9m, tables.Rates("exchange-rates")!.Find("USD", "EUR", new DateOnly(2026, 1, 31), inverse: false)!.Rate);
        Assert.True(tables.Units("item-units")!.TryFind("ANY", "Each", out _));
        Assert.Null(tables.Rates("item-units"));
        Assert.Null(tables.Units("exchange-rates"));
    }
}
