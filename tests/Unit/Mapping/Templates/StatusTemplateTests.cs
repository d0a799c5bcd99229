using System.Text.Json.Nodes;
using Integration.Contracts.Orders;
using Integration.Mapping.Documents;
using Integration.Mapping.Lookups;
using Integration.Mapping.Templates;
using Xunit;

namespace Integration.Tests.Unit.Mapping.Templates;

public sealed class StatusTemplateTests
{
    [Theory]
    [InlineData("status.canonical-to-xcart", "status.xcart-to-canonical")]
    public void Canonical_words_survive_the_way_to_the_shop_and_back(string there, string back)
    {
        foreach (var payment in Enum.GetValues<PaymentStatus>().Except([PaymentStatus.Unknown]))
            Assert.Equal(Word(payment), Through(there, back, payment, FulfilmentStatus.New)["paymentStatus"]!.GetValue<string>());
        foreach (var fulfilment in Enum.GetValues<FulfilmentStatus>().Except([FulfilmentStatus.Unknown, FulfilmentStatus.PartlyShipped, FulfilmentStatus.PartlyReturned]))
            Assert.Equal(Word(fulfilment), Through(there, back, PaymentStatus.Paid, fulfilment)["fulfilmentStatus"]!.GetValue<string>());
    }

    [Fact]
    public void Canonical_words_survive_the_way_to_the_erp_and_back_as_far_as_it_has_words_for_them()
    {
        foreach (var fulfilment in (FulfilmentStatus[])[FulfilmentStatus.New, FulfilmentStatus.Processing, FulfilmentStatus.PartlyShipped, FulfilmentStatus.Shipped, FulfilmentStatus.WillNotDeliver])
            Assert.Equal(Word(fulfilment), Through("status.canonical-to-acumatica", "status.acumatica-to-canonical", PaymentStatus.Paid, fulfilment)["fulfilmentStatus"]!.GetValue<string>());
        foreach (var payment in (PaymentStatus[])[PaymentStatus.Unpaid, PaymentStatus.Authorised, PaymentStatus.Paid, PaymentStatus.Declined, PaymentStatus.Cancelled])
            Assert.Equal(Word(payment), Through("status.canonical-to-acumatica", "status.acumatica-to-canonical", payment, FulfilmentStatus.New)["paymentStatus"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("status.xcart-to-canonical", """{ "paymentStatus": "VIP", "shippingStatus": "N" }""", "VIP")]
    [InlineData("status.canonical-to-xcart", """{ "paymentStatus": "unknown", "fulfilmentStatus": "new" }""", "unknown")]
    [InlineData("status.acumatica-to-canonical", """{ "Status": "Expired" }""", "Expired")]
    [InlineData("status.canonical-to-acumatica", """{ "paymentStatus": "refunded", "fulfilmentStatus": "new" }""", "refunded")]
    public void Word_that_is_not_listed_is_an_unmapped_code(string template, string record, string code)
    {
        var problem = Assert.Single(Map(template, JsonNode.Parse(record)!).Problems);

        Assert.Equal((ProblemKind.UnmappedCode, code), (problem.Kind, problem.Code));
    }

    private static JsonObject Through(string there, string back, PaymentStatus payment, FulfilmentStatus fulfilment)
    {
        var target = Map(there, new JsonObject { ["paymentStatus"] = Word(payment), ["fulfilmentStatus"] = Word(fulfilment) });
        Assert.Empty(target.Problems);
        return Map(back, target.Document!).Document!;
    }

    private static MappingResult Map(string template, JsonNode record) =>
        MappingDocument.Parse(MappingTemplates.Read(template)).Compile(null, null).Map(record, LookupTables.None, null, TestContext.Current.CancellationToken);

    private static string Word<T>(T status) where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(status.ToString());
}
