using System.Text.Json.Nodes;

namespace Integration.Run.Demo.Day;

/// <summary>Counts the run's money in both sandboxes.</summary>
internal static class DayMoney
{
    private static readonly string[] References = ["paymentRef", "externalRef", "description"];

    /// <summary>Captures of the orders that the ERP has, and the ERP's payments of these orders.</summary>
    public static PaymentFigures Payments(DayView view)
    {
        var orders = view.Orders.Where(order => view.InErp(order.Reference).Any()).ToList();
        var captures = orders.SelectMany(order => view.Payments(order.OrderId)
            .SelectMany(payment => DayView.Rows(payment, "operations").Where(IsCapture))
            .Select(operation => (order.Currency, Amount: DayView.Number(operation, "value")))).ToList();
        var booked = Booked(view).Where(payment => DayView.Text(payment, "type") is "Payment" or "Prepayment" && DayView.Text(payment, "status") != "Voided").ToList();
        return new PaymentFigures
        {
            Captured = captures.Count,
            InErp = booked.Count,
            StoreTotal = Totals(captures),
            ErpTotal = Totals(booked.Select(payment => (DayView.Text(payment, "currencyID"), DayView.Number(payment, "paymentAmount")))),
        };
    }

    /// <summary>Refunds in the shop, and the ERP's refunds of the same customers' payments.</summary>
    public static RefundFigures Refunds(DayView view) => new()
    {
        Store = view.Orders.Sum(order => view.Payments(order.OrderId).SelectMany(payment => DayView.Rows(payment, "operations"))
            .Count(operation => DayView.Text(operation, "type").StartsWith("refund", StringComparison.Ordinal))),
        Erp = Booked(view).Count(payment => DayView.Text(payment, "type").Contains("Refund", StringComparison.Ordinal) && DayView.Text(payment, "status") != "Voided"),
    };

    private static bool IsCapture(JsonObject operation) =>
        DayView.Text(operation, "type") is var type && (type == "sale" || type.StartsWith("capture", StringComparison.Ordinal));

    // A document of the run names one of its transactions.
    private static IEnumerable<JsonObject> Booked(DayView view)
    {
        var transactions = view.Orders.SelectMany(order => view.Payments(order.OrderId)).Select(payment => DayView.Text(payment, "id")).ToHashSet(StringComparer.Ordinal);
        return DayView.Rows(view.ErpState, "payments")
            .Where(payment => transactions.Any(id => Names(payment, id)));
    }

    private static bool Names(JsonObject payment, string transaction) =>
        References.Any(text => DayView.Text(payment, text).Contains(transaction, StringComparison.Ordinal));

    private static SortedDictionary<string, decimal> Totals(IEnumerable<(string Currency, decimal Amount)> amounts) =>
        new(amounts.GroupBy(amount => amount.Currency).ToDictionary(group => group.Key, group => group.Sum(amount => amount.Amount)), StringComparer.Ordinal);
}
