using System.Text.Json.Nodes;
using Integration.Acumatica.Protocol;
using Integration.Contracts.Operations;
using Xunit;

namespace Integration.Tests.Unit.Acumatica.Protocol;

public sealed class ErrorTreeTests
{
    [Fact]
    public void The_nested_cause_is_found_with_its_path_and_the_generic_top_text_is_left_out()
    {
        var body = JsonNode.Parse("""
            {"id":"1","error":"Inserting  'AP Transactions' record raised at least one error. Please review the errors.",
             "Details":[{"id":"2","error":"Inserting 'AP Transactions' record raised at least one error.","Project":{"value":"TES2323T","error":"Project 'TES2323T  ' cannot be found in the system."}}]}
            """);

        Assert.Equal([new Reason("Details[0].Project", "Project 'TES2323T' cannot be found in the system.")], ErrorTree.Collect(body));
    }

    [Fact]
    public void All_errors_are_collected_through_header_linked_records_and_nested_details()
    {
        var body = JsonNode.Parse("""
            {"CustomerID":{"value":"X","error":"'Customer' 'X' cannot be found in the system. "},
             "Totals":{"Freight":{"error":"No."}},
             "Payments":[{},{"CreditCardTransactionInfo":[{"TranNbr":{"error":"'A ' and 'B ' differ."}}]}],
             "Details":[{},{},{"error":"The line is wrong."}]}
            """);

        Assert.Equal(
            [
                new Reason("CustomerID", "'Customer' 'X' cannot be found in the system."),
                new Reason("Totals.Freight", "No."),
                new Reason("Payments[1].CreditCardTransactionInfo[0].TranNbr", "'A' and 'B' differ."),
                new Reason("Details[2]", "The line is wrong."),
            ],
            ErrorTree.Collect(body));
    }

    [Fact]
    public void Without_a_nested_cause_the_top_text_is_the_reason() =>
        Assert.Equal([new Reason("", "Cannot save.")], ErrorTree.Collect(JsonNode.Parse("""{"error":"Cannot save."}""")));

    [Fact]
    public void A_refused_body_is_told_in_the_servers_words() => Assert.Equal(
        [new Reason("", "The request is invalid.")],
        ErrorTree.Collect(JsonNode.Parse("""{"message":"The request is invalid.","modelState":{"":["The request body should not be empty."]}}""")));
}
