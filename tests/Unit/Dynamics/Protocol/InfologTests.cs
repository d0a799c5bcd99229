using System.Text.Json.Nodes;
using Integration.Dynamics.Finance.Protocol;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.Protocol;

public sealed class InfologTests
{
    [Theory]
    [InlineData(
        "Write failed for table row of type 'SalesOrderLineV2Entity'. Infolog: Warning: The value 'NOPE' in field 'Item number' is not found in the related table 'Items'.; Error: Update has been canceled.",
        "ItemNumber", "The value 'NOPE' in field 'Item number' is not found in the related table 'Items'.")]
    [InlineData("Write failed for table row of type 'SalesOrderLineV3Entity'. Infolog: Error: Inventory dimension Site is mandatory and must consequently be specified.", "ShippingSiteId",
        "Inventory dimension Site is mandatory and must consequently be specified.")]
    [InlineData("Write failed for table row of type 'SalesOrderHeaderV3Entity'. Infolog: Error: Field 'Customer account' must be filled in.", "OrderingCustomerAccountNumber",
        "Field 'Customer account' must be filled in.")]
    [InlineData("Write failed. Infolog: Warning: Cannot create a record in Sales orders (SalesTable). Sales order: XC1-1. The record already exists.;", "",
        "Cannot create a record in Sales orders (SalesTable). Sales order: XC1-1. The record already exists.")]
    [InlineData("Write failed. Infolog: Error: Update has been canceled.", "", "Update has been canceled.")]
    [InlineData("Write failed. Infolog: Error: Field 'Sales taker' must be filled in.", "Sales taker", "Field 'Sales taker' must be filled in.")]
    public void The_telling_text_and_its_field_are_found(string message, string field, string text)
    {
        var reason = Assert.Single(Infolog.Reasons(message));

        Assert.Equal((field, text), (reason.Field, reason.Message));
    }

    [Fact]
    public void Several_causes_are_all_told() => Assert.Equal(
        ["ItemNumber", "ShippingWarehouseId"],
        Infolog.Reasons("Infolog: Warning: The value 'A' in field 'Item number' is not found.; Error: The value 'B' in field 'Warehouse' is not found.; Error: Update has been canceled.").Select(reason => reason.Field));

    [Fact]
    public void A_text_without_Infolog_has_no_reasons() => Assert.Empty(Infolog.Reasons("An error has occurred."));

    [Fact]
    public void The_innermost_text_that_says_something_counts()
    {
        var body = JsonNode.Parse("""
            {"error":{"code":"","message":"An error has occurred.","innererror":{"message":"Write failed for table row of type 'X'. Infolog: Error: Field 'Unit' must be filled in.",
             "internalexception":{"message":"Exception of type 'Y' was thrown."}}}}
            """);

        Assert.Equal([("SalesUnitSymbol", "Field 'Unit' must be filled in.")], ErrorBody.Reasons(body).Select(reason => (reason.Field, reason.Message)));
    }

    [Theory]
    [InlineData("""{"error":{"code":"","message":"The property 'X' does not exist."}}""", "The property 'X' does not exist.")]
    [InlineData("""{"error":{"code":"","message":"Outer.","innererror":{"message":"Inner."}}}""", "Inner.")]
    public void Without_Infolog_the_innermost_text_counts(string body, string text) => Assert.Equal(text, Assert.Single(ErrorBody.Reasons(JsonNode.Parse(body))).Message);

    [Theory]
    [InlineData("""{"Message":"x"}""")]
    [InlineData("""{"error":"x"}""")]
    [InlineData("[]")]
    public void What_is_no_error_of_OData_has_no_reasons(string body) => Assert.Empty(ErrorBody.Reasons(JsonNode.Parse(body)));
}
