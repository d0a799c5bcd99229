using Integration.Contracts.Customers;
using Integration.Contracts.Erp;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Products;
using Integration.Contracts.Reconciliation;
using Integration.Contracts.Records;
using Integration.Contracts.Returns;
using Integration.Contracts.Shipments;
using Integration.Contracts.Stock;
using Integration.Contracts.Storefront;
using Integration.Tests.Samples;

namespace Integration.Tests.Unit.Contracts;

/// <summary>One filled example of every message.</summary>
internal static class ContractSamples
{
    private static readonly OrderKey Key = new("xcart-acumatica", "8");
    private static readonly DateTimeOffset At = new(2026, 11, 21, 8, 30, 0, TimeSpan.Zero);
    private static readonly RecordRef ErpOrder = new(Entities.Order, "WO/WO000123", "WO000123");
    private static readonly Reason[] Reasons = [new("Details[2].InventoryID", "Inventory ID 'X' cannot be found in the system.")];
    private static readonly Reason[] Unmapped =
        [new("TaxID", "The code 'X' is not in the lookup 'taxes'.") { Cause = new ReasonCause { Table = "taxes", Code = "X", Document = "orders.toErp", Version = 3, Rule = "TaxDetails.TaxID" } }];
    private static readonly RetryMessage Retry = new("xcart-acumatica.order-to-cash", "ResubmitOrder", "{}");

    private static readonly PaymentEntry Refund = new()
    {
        Key = "XC1-xcart000021-QAHS-4", Transaction = "xcart000021-QAHS", Kind = PaymentEntryKind.Refund, Method = "Stripe", MethodKind = PaymentMethodKind.Provider, Amount = 5.79m,
        Currency = "USD", Fee = 0.30m, At = At, LocalDate = new DateOnly(2026, 11, 21), ProviderReference = "pi_sale1",
    };

    private static readonly GoodsReturn SampleReturn = new()
    {
        Id = "N1", OrderReference = "XC1-7", Number = "7", LocalDate = new DateOnly(2026, 11, 21), Currency = "USD", Reason = "damaged",
        Lines = [new GoodsReturnLine("31", "MUG-01", "Mug, blue", 1m, 9.50m)], Shipping = 4.44m, Fees = [new OrderFee("HANDLING", "Handling", 1.5m)], Discount = 0.95m,
        Taxes = [new OrderTax("CDEV.STAX.1", "Sales tax", 1.23m)], Rounding = 0.01m,
    };

    private static readonly Customer Account = new()
    {
        Id = "8", Email = "anna@example.com", FirstName = "Änne", LastName = "Kowalska", Phone = "+49 30 1", Group = "Wholesale", Language = "de", IsActive = true,
        Addresses = [new CustomerAddress(new Address { FirstName = "Änne", LastName = "Kowalska", Street = "Große Straße 5", City = "Köln", PostalCode = "50667", Country = "DE" }, true, true)],
        CreatedAt = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero),
    };

    private static readonly Product Vase = new()
    {
        Id = "9", Sku = "VASE-1", Kind = ProductKind.Kit, Name = "Vase", Description = "<p>Glass</p>", ShortDescription = "Glass", Enabled = true, Price = 34.50m,
        Prices = [new ProductPrice("Wholesale", 5, 30.125m, "EUR")], Weight = 1.25m, WeightUnit = "kg", SalesUnit = "EA", Units = [new ProductUnit("BOX", 10)], TaxClass = "default",
        Class = "WEB", Barcode = "4006381333931", Categories = [new ProductCategory("3", "Home")], Attributes = [new ProductAttribute("COLOR", "Red", "Colour")],
        Images = [new ProductImage("https://pictures.example.com/vase.jpg", "A vase")], TemplateSku = "VASE", ForExport = true, ChangedAt = At,
        Variants = [new ProductVariant { Id = "1", Sku = "VASE-1-S", Options = [new ProductAttribute("SIZE", "S")], Price = 30m, Weight = 1m, Enabled = true }],
    };

    public static IReadOnlyList<object> All { get; } =
    [
        new OrderPlaced(Key, 1, SampleOrder.With(Key), "sweep"),
        new OrderChanged(Key, 2, SampleOrder.With(Key, quantity: 4), "hint"),
        new OrderCancelledInStore(Key, 3, "7", "Cancelled in the shop."),
        new OrderScreened(Key, ScreeningVerdict.Hold, 0.75m, 0.5m, ["Unusual amount."], "flow-rules", "3", 2),
        new ScreenOrder(Key, 2, SampleOrder.With(Key), At),
        new SalesOrderAccepted(Key, "XC1-7", ErpOrder, AlreadyThere: true),
        new SalesOrderRejected(Key, AttentionClasses.RejectedByErp, Reasons),
        new SalesOrderCancelled(Key, WasInErp: true),
        new SalesOrderCancelRefused(Key, Reasons),
        new ShipmentPosted(Key, 1, new Shipment { Number = "S1", ShippedOn = new DateOnly(2026, 11, 21), Carrier = "GROUND", TrackingNumbers = ["1Z1"], Lines = [new ShipmentLine("1", "MUG-01", 2.5m)] }),
        new OrderChangedInErp(Key, 4, ErpOrderStatus.CreditHold, "Credit Hold")
        {
            Changes = [new OrderLineChange(OrderLineChangeKind.Substituted, "MUG-01", 2, 2.5m, "MUG-02")], Total = new OrderTotalChange(14.9m, 16.4m, "EUR"),
        },
        new SalesOrderAmended(Key, 2, Reopened: true),
        new SalesOrderAmendRefused(Key, 2, AttentionClasses.ChangedAfterSubmission, Reasons),
        new ShipmentWithdrawn(Key, 2, "S1", "opened again in the ERP."),
        new AmendSalesOrder(Key, SampleOrder.With(Key, quantity: 4), ErpOrder, 2),
        new ShowOrderCancelled(Key, "7", 3),
        new AddOrderNote(Key, "7", "Changed in the ERP. MUG-01: quantity 3 is now 2."),
        new InvoicePosted(Key, "AR000042"),
        new PostPayment(Key, "7", ErpOrder, Refund, ["XC1-xcart000021-QAHS"], 1),
        new PaymentPosted(Key, "XC1-xcart000021-QAHS-4", new RecordRef(Entities.Payment, "Refund/P000012", "P000012"), AlreadyThere: true),
        new PaymentRefused(Key, "XC1-xcart000021-QAHS-4", AttentionClasses.ClosedPeriod, Reasons),
        new OrderPaymentsSeen(Key, "7", [Refund]),
        new RetryPayment(Key, "XC1-xcart000021-QAHS-4", "Ada"),
        new SubmitReturn(Key, SampleReturn, Shown: true),
        new ReturnChangedInErp(Key, "7", 3, new ErpReturn { Id = "RC/000012", Number = "000012", Reference = "XC1-7/N1", State = ErpReturnState.PartlyReceived, Expected = [new ReturnedQuantity("MUG-01", 2m)], Received = [new ReturnedQuantity("MUG-01", 1m)], Sold = [new ReturnedQuantity("MUG-01", 3m)] }),
        new CreditChangedInErp(Key, "7", 2, new ErpCredit { Id = "Credit Memo/CRM000001", Number = "CRM000001", Kind = ErpCreditKind.CreditMemo, Amount = 10.85m, Currency = "USD", Date = new DateOnly(2026, 11, 21), Stands = true, Exchange = false, Returns = ["000012"] }),
        new OrderReturned(Key, 1, FulfilmentStatus.PartlyReturned),
        new StorefrontOrderUpdated(Key, StorefrontOperations.Tracking, "S1"),
        new ReleaseOrder(Key, "Ada"),
        new ResubmitOrder(Key, "Ada"),
        new RestoreSalesOrder(Key, "XC1-7", "7", "the reconciliation"),
        new SalesOrderLost(Key, "XC1-7", "the reconciliation"),
        new ListRecords
        {
            Run = "0190", Pair = "xcart-acumatica", Side = Sides.Erp, Entity = Entities.Order, Pass = 1, Part = 2, FirstDay = new DateOnly(2026, 11, 20), LastDay = new DateOnly(2026, 11, 22),
            Cursor = "0|WO000123", Salt = "5f",
        },
        new RecordsListed
        {
            Run = "0190", Side = Sides.Erp, Entity = Entities.Order, Pass = 1, Part = 2, Next = "0|WO000323",
            Records = [new ListedRecord { Key = "XC1-7", Id = "WO/WO000123", Number = "WO000123", Amount = 12.30m, Currency = "EUR", Group = "Stripe", Reference = "ch_3PX", At = At, ChangedAt = At }],
        },
        new ScreenOrderAgain(Key),
        new OrderDeadlinePassed(Key, "submit", 2),
        new SubmitSalesOrder(Key, SampleOrder.With(Key), 1),
        new CancelSalesOrder(Key, "XC1-7", ErpOrder, "Cancelled in the shop.", 1),
        new WriteErpNumber(Key, "7", "WO000123"),
        new CustomerChanged("xcart-acumatica", 3, Account, "hint"),
        new CompareCustomer("xcart-acumatica", "8", "C000012", "erp"),
        new WriteCustomer("xcart-acumatica", "8", "C000012", 4, [new FieldWrite("phone", "+49 30 2", "+49 30 1")]),
        new CustomerWritten("xcart-acumatica", "8", "C000012", false, [new FieldWrite("phone", "+49 30 2", "+49 30 1")], [new FieldWrite("company", "Łódź AG", "")]),
        new DecideConflict("xcart-acumatica", "customer", "8", DecideConflict.Erp, "Marta"),
        new SetFulfilmentStatus(Key, "7", FulfilmentStatus.PartlyShipped, 1) { Row = "invoiced" },
        new AddTracking(Key, "7", "S1", ["1Z1"]) { Carrier = "GROUND" },
        new RereadRecord("xcart-acumatica", Entities.Order, "8", "Ada"),
        new ActivityRecorded { Pair = "xcart-acumatica", Lane = "orders", Entity = Entities.Order, RecordId = "8", Number = "7", Summary = "Taken.", State = RecordStates.InErp, ErpNumber = "WO000123", Calls = [new OutsideCall("erp", "PUT", "/entity/Default/24.200.001/SalesOrder", 200, 12, "", At)], At = At, TraceId = "0af7651916cd43dd8448eb211c80319c" },
        new AttentionRaised { Pair = "xcart-acumatica", Lane = "orders", Entity = Entities.Order, RecordId = "8", Number = "7", Class = AttentionClasses.UnmappedCode, Reasons = Unmapped, Advice = "Add the row.", Retry = Retry, DecisionQueue = "xcart-acumatica.customers.to-erp.write", At = At, TraceId = "0af7651916cd43dd8448eb211c80319c" },
        new AttentionCleared("xcart-acumatica", Entities.Order, "8", null, "The ERP has the order.", At),
        new PairCorrected("xcart-acumatica", ["taxes"], ["orders.toErp"], At),
        new ConnectionReported("erp", "paused", "429", At, "host-1", At),
        new NoticeRaised { Pair = "xcart-acumatica", Entity = Entities.Order, RecordId = "8", Number = "7", Rule = "gift", Reason = "A gift order came in.", Version = "3", Channels = ["shop-mail"], At = At, TraceId = "0af7651916cd43dd8448eb211c80319c" },
        new LaneReported("xcart-acumatica", "orders", LaneHalves.Writing, "paused", "Rule 'ShipVia' of orders.toErp, version 4, failed or stopped more than 20 records in a row.", "erp.connection", At),
        new ResumeLane("xcart-acumatica", "orders", LaneHalves.Writing, "Ada"),
        new ProductInStore("xcart-acumatica", 3, Vase),
        new OfferProduct("xcart-acumatica", Vase, MayCreate: true),
        new WriteProduct("xcart-acumatica", "9", "VASE-1", 2, Vase, new Dictionary<string, string> { ["price"] = "9.9" }),
        new ProductWritten("xcart-acumatica", "VASE-1", ["price"], Vase, Vase, Created: false),
        new StockRead("xcart-acumatica", 12, [new StockFigure { Sku = "MUG-01", Places = new Dictionary<string, decimal> { ["MAIN"] = 7.5m }, StampedAt = At, ItemClass = "WEB" }]),
        new OrderCounted("xcart-acumatica", Key, Counts: true, 13, [new StockLine("MUG-01", 2)]),
        new StockReserved("second-shop", Key, 3, [new StockLine("MUG-01", 2)]),
        new OrderLeft(Key, [new StockLine("MUG-01", 2)]),
        new BackfillReported
        {
            Id = Guid.Parse("0197a1f0-0000-7000-8000-000000000001"), Pair = "xcart-acumatica", Lane = "orders", State = "running", DryRun = true, Since = At, Operator = "Ada", Listed = 100, Sent = 80, LeftOut = 18,
            Problems = 2, Share = 0.25, PerSecond = 12.5, SecondsLeft = 24, Samples = [new BackfillSample("7", "Add the row.")], Reason = "Waits for the connection.", StartedAt = At, At = At,
        },
        new BackfillMark(Guid.Parse("0197a1f0-0000-7000-8000-000000000001"), 3, "xcart-acumatica.orders.backfill"),
        new BackfillMarkPassed(Guid.Parse("0197a1f0-0000-7000-8000-000000000001"), 3),
        new PauseConnection("erp", true, "Ada", "month end"),
    ];
}
