using Integration.Connectors.Outcomes;
using Integration.Contracts.OrderToCash;
using Xunit;

namespace Integration.Tests.Compliance.Erp;

public abstract partial class ErpCompliance
{
    [Fact]
    public async Task An_order_is_written_once_and_as_it_was_meant()
    {
        var order = Sample();
        var done = Assert.IsType<WriteOutcome.Done>(await CreateAsync(order));

        var stored = Assert.Single(await Under.OrdersAsync(order.Reference));
        Assert.Equal((done.Ref.Id, order.Total, order.Currency), (stored.Id, stored.Total, stored.Currency));
        Assert.Equal(order.Lines.ToDictionary(line => line.Sku, line => line.Quantity), stored.Quantities);
    }

    [Fact]
    public async Task A_written_order_is_found_equal_by_its_reference()
    {
        var order = Sample();
        var id = await CreatedAsync(order);

        Assert.Equal(id, Assert.IsType<LookOutcome.Same>(await FindAsync(order)).Ref.Id);
        Assert.Equal(id, Assert.IsType<LookOutcome.Same>(await Under.Erp.SalesOrders.FindByReferenceAsync(order.Reference, Ct)).Ref.Id);
    }

    [Fact]
    public async Task An_order_that_was_never_written_is_not_found()
    {
        await CreatedAsync(Sample());

        Assert.IsType<LookOutcome.NotFound>(await FindAsync(Sample("100")));
        Assert.IsType<LookOutcome.NotFound>(await Under.Erp.SalesOrders.FindByReferenceAsync("XC1-10011", Ct));
        Assert.IsType<LookOutcome.NotFound>(await Under.Erp.SalesOrders.FindByReferenceAsync("XC1-' or 1 eq 1", Ct));
    }

    [Fact]
    public async Task A_repeated_write_makes_no_second_order()
    {
        Assert.SkipUnless(Under.Features.UniqueReference, "The ERP does not refuse a second order; the lane looks first.");
        var order = Sample();
        var id = await CreatedAsync(order);

        Assert.Equal(id, Assert.IsType<WriteOutcome.AlreadyDone>(await CreateAsync(order)).Ref.Id);
        Assert.Single(await Under.OrdersAsync(order.Reference));
    }

    [Fact]
    public async Task A_repeated_write_with_other_content_names_what_differs()
    {
        Assert.SkipUnless(Under.Features.UniqueReference, "The ERP does not refuse a second order; the lane looks first.");
        var order = Sample();
        var id = await CreatedAsync(order);

        var differs = Assert.IsType<WriteOutcome.Differs>(await CreateAsync(order.With(changed => changed with { ShippingCost = 9m })));

        Assert.Equal(id, differs.Ref.Id);
        Assert.NotEmpty(differs.Fields);
        Assert.Single(await Under.OrdersAsync(order.Reference));
    }

    [Fact]
    public async Task Eight_writers_of_one_order_make_one()
    {
        Assert.SkipUnless(Under.Features.UniqueReference, "The ERP does not refuse a second order; the lane lets one writer in.");
        var order = Sample();
        var document = await Under.DocumentAsync(order);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Under.Erp.SalesOrders.CreateAsync(order.Reference, document, Ct)));

        Assert.Single(outcomes.OfType<WriteOutcome.Done>());
        Assert.Equal(7, outcomes.OfType<WriteOutcome.AlreadyDone>().Count());
        Assert.Single(await Under.OrdersAsync(order.Reference));
    }

    [Fact]
    public async Task A_different_order_is_brought_to_the_document()
    {
        var order = Sample();
        var id = await CreatedAsync(order);
        var corrected = order.With(changed => changed with
        {
            Lines = [changed.Lines[1] with { Quantity = 3m, Subtotal = 3.10m }, changed.Lines[1] with { Id = "1001-9", Sku = Under.Features.Skus[2], Quantity = 1m, Subtotal = 7m }],
            Taxes = [],
        });
        Assert.IsType<LookOutcome.Different>(await FindAsync(corrected));

        Assert.Equal(id, Assert.IsType<WriteOutcome.Done>(await Under.Erp.SalesOrders.UpdateAsync(id, order.Reference, await Under.DocumentAsync(corrected), Ct)).Ref.Id);

        Assert.IsType<LookOutcome.Same>(await FindAsync(corrected));
        var stored = Assert.Single(await Under.OrdersAsync(order.Reference));
        Assert.Equal(corrected.Total, stored.Total);
        Assert.Equal(corrected.Lines.ToDictionary(line => line.Sku, line => line.Quantity), stored.Quantities);
        Assert.IsType<WriteOutcome.AlreadyDone>(await Under.Erp.SalesOrders.UpdateAsync(id, order.Reference, await Under.DocumentAsync(corrected), Ct));
    }

    [Fact]
    public async Task Another_order_is_never_overwritten()
    {
        var id = await CreatedAsync(Sample("1001"));
        var other = Sample("1002");

        Assert.IsType<WriteOutcome.Rejected>(await Under.Erp.SalesOrders.UpdateAsync(id, other.Reference, await Under.DocumentAsync(other), Ct));
    }

    [Fact]
    public async Task A_cancelled_order_stays_cancelled()
    {
        var id = await CreatedAsync(Sample());

        await CancelledAsync(id);
        Assert.IsType<WriteOutcome.AlreadyDone>(await Under.Erp.SalesOrders.CancelAsync(id, Ct));
        Assert.IsType<LookOutcome.Different>(await FindAsync(Sample()));
    }

    [Fact]
    public async Task An_order_that_people_cancelled_is_cancelled_here_too()
    {
        var id = await CreatedAsync(Sample());

        await Under.CancelAsync(id);

        Assert.Equal(ErpOrderStatus.Cancelled, (await ProgressAsync(id)).Status);
        Assert.IsType<WriteOutcome.AlreadyDone>(await Under.Erp.SalesOrders.CancelAsync(id, Ct));
    }

    [Fact]
    public async Task A_paid_order_can_be_cancelled()
    {
        var id = await CreatedAsync(Sample().With(order => order with { Payments = [Paid(order.Total)] }));

        await CancelledAsync(id);
    }

    [Fact]
    public async Task A_shipped_order_is_not_cancelled()
    {
        var id = await CreatedAsync(Sample());
        await Under.ShipAsync(id, new Parcel(Sku, 2m, "T1"));

        Assert.NotEmpty(Assert.IsType<WriteOutcome.Rejected>(await Under.Erp.SalesOrders.CancelAsync(id, Ct)).Reasons);
    }

    [Fact]
    public async Task An_unknown_item_is_refused_by_its_field_and_nothing_is_written()
    {
        var order = OrderSamples.Of("1001", Currency, (Sku, 1m, 4m), ("NOT-IN-ERP", 1m, 4m));

        var reasons = Assert.IsType<WriteOutcome.Rejected>(await CreateAsync(order)).Reasons;

        Assert.Contains(reasons, reason => reason.Message.Contains("NOT-IN-ERP", StringComparison.Ordinal) && reason.Field.Length > 0);
        Assert.Empty(await Under.OrdersAsync(order.Reference));
    }

    [Fact]
    public async Task Planning_sends_nothing()
    {
        var order = Sample();
        var document = await Under.DocumentAsync(order);
        var before = await Under.CallsAsync();

        Assert.NotEmpty(Under.Erp.SalesOrders.Plan(order.Reference, document));
        Assert.Equal(before, await Under.CallsAsync());
    }

    [Fact]
    public async Task An_order_costs_no_more_calls_than_promised()
    {
        await CreatedAsync(Sample("1001"));
        var order = Sample("1002");
        var document = await Under.DocumentAsync(order);
        var before = await Under.CallsAsync();

        if (!Under.Erp.Capabilities.UniqueOrderReference) Assert.IsType<LookOutcome.NotFound>(await Under.Erp.SalesOrders.FindAsync(order.Reference, document, Ct));
        Assert.IsType<WriteOutcome.Done>(await Under.Erp.SalesOrders.CreateAsync(order.Reference, document, Ct));

        Assert.InRange(await Under.CallsAsync() - before, 1, Under.Features.CallsPerOrder);
    }

    /// <summary>Cancels the order over the API. An ERP that cannot refuses with a reason and leaves the order as it is; then people cancel it.</summary>
    private async Task CancelledAsync(string id)
    {
        var outcome = await Under.Erp.SalesOrders.CancelAsync(id, Ct);
        if (Under.Features.Cancels)
        {
            Assert.IsType<WriteOutcome.Done>(outcome);
            return;
        }

        Assert.NotEmpty(Assert.IsType<WriteOutcome.Rejected>(outcome).Reasons);
        Assert.Equal(ErpOrderStatus.Open, (await ProgressAsync(id)).Status);
        await Under.CancelAsync(id);
    }

    private static Integration.Contracts.Orders.OrderPayment Paid(decimal amount, string id = "77") => new()
    {
        Id = id, Method = "PayPal", State = Integration.Contracts.Orders.PaymentState.Captured, Amount = amount, ProviderReference = $"PP-{id}",
    };
}
