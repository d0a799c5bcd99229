using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Orders;
using Integration.Contracts.Returns;
using Integration.Sandbox.Faults;
using Xunit;

namespace Integration.Tests.Compliance.Erp.Dynamics;

/// <summary>Faults between the two writes of a return: its header, and its lines.</summary>
public sealed class DynamicsReturnFaultTests
{
    private const string Reference = "XC1-1001/R";
    private const string Headers = "ReturnOrderHeadersV2";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, InlineData(Trouble.CommitThenTimeout), InlineData(Trouble.HalfAnAnswer), InlineData(Trouble.CommitLate)]
    public async Task A_header_whose_answer_is_lost_is_completed_and_never_entered_again(Trouble trouble)
    {
        await using var people = await DynamicsReturnsErp.StartAsync(linkToSale: false);
        var (erp, document) = ((DynamicsErp)people.Under, await SoldAsync(people));
        erp.Arm(trouble, Headers, "POST");

        Assert.IsType<WriteOutcome.Unknown>(await people.Returns.CreateAsync(Reference, document, Ct));
        await Eventually.TrueAsync(async () => (await erp.OrdersAsync(Reference)).Count == 1, "the header is there");
        Assert.IsType<LookOutcome.NotFound>(await people.Returns.FindAsync(Reference, document, Ct));
        var half = Assert.Single(await erp.OrdersAsync(Reference)).Id;

        Assert.Equal(half, Assert.IsType<WriteOutcome.Done>(await people.Returns.CreateAsync(Reference, document, Ct)).Ref.Id);
        Assert.IsType<LookOutcome.Same>(await people.Returns.FindAsync(Reference, document, Ct));
        Assert.Equal(half, Assert.Single(await erp.OrdersAsync(Reference)).Id);
    }

    [Fact]
    public async Task A_refused_line_leaves_no_line_and_a_retry_completes_the_same_return()
    {
        await using var people = await DynamicsReturnsErp.StartAsync(linkToSale: false);
        var (erp, document) = ((DynamicsErp)people.Under, await SoldAsync(people));
        var wrong = (JsonObject)document.DeepClone();
        wrong["lines"]![1]!["ItemNumber"] = "NOT-IN-ERP";

        var refused = Assert.IsType<WriteOutcome.Rejected>(await people.Returns.CreateAsync(Reference, wrong, Ct));

        Assert.Equal("lines[1].ItemNumber", refused.Reasons[0].Field);
        var half = Assert.Single(await erp.OrdersAsync(Reference)).Id;
        Assert.Contains(half, refused.Reasons[^1].Message, StringComparison.Ordinal);
        Assert.Empty(await erp.ReturnLinesAsync(half));
        Assert.Equal(half, Assert.IsType<WriteOutcome.Done>(await people.Returns.CreateAsync(Reference, document, Ct)).Ref.Id);
        Assert.Equal(half, Assert.Single(await erp.OrdersAsync(Reference)).Id);
    }

    [Fact]
    public async Task Lines_that_were_committed_after_the_answer_was_given_up_are_found_and_not_added_again()
    {
        await using var people = await DynamicsReturnsErp.StartAsync(linkToSale: false);
        var (erp, document) = ((DynamicsErp)people.Under, await SoldAsync(people));
        erp.Arm(Trouble.CommitLate, "$batch", "POST");
        Assert.IsType<WriteOutcome.Unknown>(await people.Returns.CreateAsync(Reference, document, Ct));

        await Eventually.TrueAsync(() => erp.Finance.Calls.Calls().Any(call => call.Fault == FaultKind.CommitLate), "the late commit was carried out");
        await Eventually.TrueAsync(async () => await people.Returns.FindAsync(Reference, document, Ct) is LookOutcome.Same, "the return is found");

        Assert.IsType<WriteOutcome.AlreadyDone>(await people.Returns.CreateAsync(Reference, document, Ct));
        Assert.Single(await erp.OrdersAsync(Reference));
    }

    [Fact]
    public async Task A_return_whose_lines_people_cancelled_is_not_filled_again()
    {
        await using var people = await DynamicsReturnsErp.StartAsync(linkToSale: false);
        var (erp, document) = ((DynamicsErp)people.Under, await SoldAsync(people));
        var made = Assert.IsType<WriteOutcome.Done>(await people.Returns.CreateAsync(Reference, document, Ct)).Ref.Id;
        await people.GiveUpAsync(made);

        Assert.IsType<WriteOutcome.Differs>(await people.Returns.CreateAsync(Reference, document, Ct));
        Assert.All(await erp.ReturnLinesAsync(made), status => Assert.Equal("Canceled", status));
    }

    // The lane lets one writer in; should two come through all the same, what stands is one return, or somebody is told.
    [Fact]
    public async Task Two_that_enter_one_return_at_once_never_leave_two_unnoticed()
    {
        await using var people = await DynamicsReturnsErp.StartAsync(linkToSale: false);
        var (erp, document) = ((DynamicsErp)people.Under, await SoldAsync(people));
        var other = erp.Another().Returns!;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => (writer % 2 == 0 ? people.Returns : other).CreateAsync(Reference, document, Ct)));

        Assert.All(outcomes, outcome => Assert.True(outcome is WriteOutcome.Done or WriteOutcome.AlreadyDone or WriteOutcome.Differs, $"{outcome}"));
        if (await people.Returns.FindAsync(Reference, document, Ct) is LookOutcome.Same) Assert.Single(await erp.OrdersAsync(Reference));
        else Assert.Contains(outcomes, outcome => outcome is WriteOutcome.Differs);
    }

    [Fact]
    public async Task What_F_and_O_adds_by_itself_is_told_as_a_difference()
    {
        await using var people = await DynamicsReturnsErp.StartAsync(linkToSale: false, environment => environment.IgnoreFields = ["ReturnOrderLinesV2.SalesPrice"]);
        var document = await SoldAsync(people);

        var differs = Assert.IsType<WriteOutcome.Differs>(await people.Returns.CreateAsync(Reference, document, Ct));

        Assert.Contains(differs.Fields, field => field.Field == "lines[0].SalesPrice");
    }

    [Fact]
    public async Task A_return_that_a_person_enters_leads_to_its_sale_and_its_credit_note_to_both()
    {
        await using var people = await DynamicsReturnsErp.StartAsync(linkToSale: false);
        var (erp, _) = ((DynamicsErp)people.Under, await SoldAsync(people));
        await erp.ControlAsync("return/enter", new { orderNbr = "XC1-1001", lines = new[] { new { inventoryId = "MUG-01", qty = 1 } } });

        var entered = Assert.IsType<ReadOutcome<FoundReturn>.Found>(await people.Returns.ReadReturnAsync("RO-000001", Ct)).Value;
        Assert.Equal(("XC1-1001", "", ErpReturnState.Expected), (Assert.Single(entered.Orders), entered.Return.Reference, entered.Return.State));
        Assert.Equal([new ReturnedQuantity("MUG-01", 3m)], entered.Return.Sold);
        var note = Assert.Single(await people.ReceiveAsync("RO-000001", credit: true));
        var credit = Assert.IsType<ReadOutcome<FoundCredit>.Found>(await people.Returns.ReadCreditAsync(note, Ct)).Value;
        Assert.Equal(("XC1-1001", 0, "RO-000001"), (Assert.Single(credit.Orders), credit.References.Count, Assert.Single(credit.Credit.Returns)));
    }

    [Fact]
    public async Task Goods_that_arrive_in_parts_are_partly_received_until_the_last()
    {
        await using var people = await DynamicsReturnsErp.StartAsync(linkToSale: false);
        var (erp, document) = ((DynamicsErp)people.Under, await SoldAsync(people, quantity: 3));
        var made = Assert.IsType<WriteOutcome.Done>(await people.Returns.CreateAsync(Reference, document, Ct)).Ref.Id;
        await erp.ControlAsync("return", new { orderNbr = made, credit = false, lines = new[] { new { inventoryId = "MUG-01", qty = 2 } } });

        var partly = Assert.IsType<ReadOutcome<FoundReturn>.Found>(await people.Returns.ReadReturnAsync(made, Ct)).Value.Return;
        Assert.Equal((ErpReturnState.PartlyReceived, 3m, 2m), (partly.State, Assert.Single(partly.Expected).Quantity, Assert.Single(partly.Received).Quantity));
        await people.ReceiveAsync(made, credit: true);

        Assert.Equal(ErpReturnState.Received, Assert.IsType<ReadOutcome<FoundReturn>.Found>(await people.Returns.ReadReturnAsync(made, Ct)).Value.Return.State);
        // One that was entered and closed while nobody looked was never listed open, and is listed by its credit note.
        Assert.Contains(made, await ListedAsync(people));
    }

    private static async Task<IReadOnlyList<string>> ListedAsync(DynamicsReturnsErp people)
    {
        var ids = new List<string>();
        await foreach (var page in people.Returns.ReturnsChangedSinceAsync(default, Ct)) ids.AddRange(page.Records.Select(record => record.Id));
        return ids;
    }

    // Three mugs for 10.00 were sold and billed; some come back with the shipping.
    private static async Task<JsonObject> SoldAsync(DynamicsReturnsErp people, decimal quantity = 1)
    {
        var order = OrderSamples.Of("1001", "USD", ("MUG-01", 3m, 10m));
        var id = Assert.IsType<WriteOutcome.Done>(await people.Under.Erp.SalesOrders.CreateAsync(order.Reference, await people.Under.DocumentAsync(order), Ct)).Ref.Id;
        await people.Under.ShipAsync(id, new Parcel("MUG-01", 3m, "T1"));
        await people.InvoiceAsync(id);
        var sale = Assert.IsType<ReadOutcome<ErpSale>.Found>(await people.Returns.ReadSaleAsync(id, Ct)).Value;
        var amount = Math.Round(10m * quantity / 3, 2);
        return people.Map(new ReturnSource
        {
            Reference = Reference, OrderReference = order.Reference, Number = order.Number, LocalDate = order.LocalDate, Currency = order.Currency, Reason = "broken", CustomerId = sale.CustomerId,
            Lines = [new ReturnSourceLine { Id = sale.Lines[0].Line, Sku = "MUG-01", Name = "Mug", Quantity = quantity, Amount = amount, SaleLine = sale.Lines[0].Id }],
            Shipping = 4.90m, Taxes = [new OrderTax("VAT", "VAT", 0.50m)], Total = amount + 5.40m,
        });
    }
}
