using System.Text.Json.Nodes;
using Integration.Mapping.Documents;
using Integration.Mapping.Reading;
using Xunit;

namespace Integration.Tests.Unit.Mapping.Conversions.Items;

public sealed class ItemUnitConversionTests
{
    private const string Units = """
        { "item-units": { "units": [
          { "unit": "each", "erpUnit": "EA" },
          { "unit": "dozen", "erpUnit": "EA", "factor": 12 },
          { "item": "MUG-01", "unit": "Case", "erpUnit": "EA", "factor": 24 },
          { "item": "BOLT-M8", "unit": "each", "erpUnit": "CS24", "factor": 1, "per": 24 },
          { "item": "WIRE", "unit": "each", "erpUnit": "HND", "factor": 1, "per": 100 } ] } }
        """;

    [Theory]
    [InlineData("MUG-01", "each", "3", "7.50", "22.50", "EA", "3", "7.5")]
    [InlineData("MUG-01", " CASE ", "2", "180", "360", "EA", "48", "7.5")]
    [InlineData("PEN", "dozen", "1", "10", "10", "EA", "12", "0.833333")]
    [InlineData("BOLT-M8", "each", "48", "0.25", "12", "CS24", "2", "6")]
    [InlineData("WIRE", "each", "25", "0.04", "1", "HND", "0.25", "4")]
    public void Quantity_and_price_follow_the_unit_and_the_amount_stays(string sku, string unit, string quantity, string price, string amount, string erpUnit, string erpQuantity, string erpPrice)
    {
        Assert.Equal(erpUnit, Written(Map("unit", unit, sku, unit, quantity, amount)));
        Assert.Equal(decimal.Parse(erpQuantity, null), decimal.Parse(Written(Map("quantity", JsonNode.Parse(quantity)!, sku, unit, quantity, amount)), null));
        Assert.Equal(decimal.Parse(erpPrice, null), decimal.Parse(Written(Map("price", JsonNode.Parse(price)!, sku, unit, quantity, amount)), null));
    }

    [Fact]
    public void Quantity_that_is_no_whole_part_of_the_erp_unit_is_a_problem()
    {
        var problem = Assert.Single(Map("quantity", JsonValue.Create(5), "BOLT-M8", "each", "5", "1.25").Problems);

        Assert.Equal(ProblemKind.ConversionFailed, problem.Kind);
        Assert.Contains("CS24", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Price_that_would_change_the_amount_is_a_problem()
    {
        Assert.Empty(Map("price", JsonValue.Create(10), "PEN", "dozen", "100", "1000").Problems);
        Assert.Contains("change the amount", Assert.Single(Map("price", JsonValue.Create(10), "PEN", "dozen", "100", "1000", """, "decimals": 2 """).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unit_without_a_row_is_an_unmapped_code()
    {
        var problem = Assert.Single(Map("quantity", JsonValue.Create(1), "MUG-01", "pallet", "1", "1").Problems);

        Assert.Equal((ProblemKind.UnmappedCode, "item-units", "MUG-01 / pallet"), (problem.Kind, problem.Lookup, problem.Code));
    }

    [Theory]
    [InlineData("""{ "units": [ { "unit": "each", "erpUnit": "EA", "factor": 0 } ] }""", "above zero")]
    [InlineData("""{ "units": [ { "unit": "each", "erpUnit": "EA" }, { "unit": "EACH", "erpUnit": "PC" } ] }""", "stands there twice")]
    [InlineData("""{ "units": [ { "unit": "each", "to": "EA" } ] }""", "unknown property 'to'")]
    public void Table_that_cannot_be_used_is_refused(string table, string expected)
    {
        var failure = Assert.Throws<DocumentException>(() => Converting.Tables($$"""{ "item-units": {{table}} }"""));

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    private static string Written(MappingResult result)
    {
        Assert.Empty(result.Problems);
        return result.Document!["to"]!.ToString();
    }

    private static MappingResult Map(string give, JsonNode value, string sku, string unit, string quantity, string amount, string more = "") => Converting.Map(
        $$"""{ "kind": "itemUnit", "table": "item-units", "give": "{{give}}", "unit": "unit" {{more}} }""",
        new JsonObject { ["value"] = value.DeepClone(), ["sku"] = sku, ["unit"] = unit, ["quantity"] = JsonNode.Parse(quantity), ["subtotal"] = JsonNode.Parse(amount), ["currency"] = "USD" },
        Units);
}
