using System.Text.Json.Nodes;
using Integration.Acumatica.Protocol;
using Xunit;

namespace Integration.Tests.Unit.Acumatica.Protocol;

public sealed class WireTests
{
    [Fact]
    public void Every_scalar_becomes_an_object_with_a_value_and_system_fields_stay_plain()
    {
        var plain = JsonNode.Parse("""
            {"OrderType":"WO","Hold":false,"Skipped":null,"note":"a\nb","Totals":{"Freight":4.50},
             "Details":[{"id":"7d2b","delete":true},{"OrderQty":2}]}
            """)!.AsObject();

        Assert.Equal(
            """{"OrderType":{"value":"WO"},"Hold":{"value":false},"note":{"value":"a\nb"},"Totals":{"Freight":{"value":4.50}},"Details":[{"id":"7d2b","delete":true},{"OrderQty":{"value":2}}]}""",
            Wire.Wrap(plain).ToJsonString());
    }

    [Fact]
    public void Empty_fields_read_as_nothing_and_padded_keys_without_padding()
    {
        var record = new EntityRecord(JsonNode.Parse("""{"id":"x","ExternalRef":{},"WarehouseID":{"value":"MAIN "},"OrderTotal":{"value":100.000000},"Hold":{"value":true}}""")!.AsObject());

        Assert.Equal("", record.Text("ExternalRef"));
        Assert.Equal("", record.Text("Missing"));
        Assert.Equal("MAIN", record.Text("WarehouseID"));
        Assert.Equal(100m, record.Number("OrderTotal"));
        Assert.Null(record.Number("ExternalRef"));
        Assert.True(record.Flag("Hold"));
        Assert.Empty(record.Rows("Details"));
    }

    [Fact]
    public void Calendar_dates_are_not_shifted_and_moments_are_UTC()
    {
        var record = new EntityRecord(JsonNode.Parse("""{"Date":{"value":"2023-12-14T00:00:00+00:00"},"LastModified":{"value":"2023-12-14T11:57:08.06-08:00"}}""")!.AsObject());

        Assert.Equal(new DateOnly(2023, 12, 14), record.Date("Date"));
        Assert.Equal(new DateTimeOffset(2023, 12, 14, 19, 57, 8, 60, TimeSpan.Zero), record.Moment("LastModified"));
        Assert.Equal(TimeSpan.Zero, record.Moment("LastModified")!.Value.Offset);
    }
}
