using System.Globalization;
using Integration.Run.Demo.Day;

namespace Integration.Run.Demo;

/// <summary>Prints a run's figures for people.</summary>
internal static class DemoTable
{
    public static void Print(DemoFigures figures, IReadOnlyList<DemoKind> mix, DayRun? day = null)
    {
        WriteLine();
        Row("placed in the shop", figures.Placed);
        Row("in the ERP", figures.InErp);
        Row("  of these shown as shipped", figures.ShippedBack);
        Row("need a person", figures.Attention);
        Row("held by a rule", figures.Held);
        Row("waiting for payment", figures.Waiting);
        Row("cancelled before the ERP", figures.CancelledBeforeErp);
        Row("duplicates in the ERP", figures.Duplicates);
        Row("lost", figures.Lost);
        if (figures.LookMs is { } look) WriteLine($"  {"checkout to our look, ms: median, slowest",-44}{look.P50,6}{look.Max,6}");
        if (day is not null) Print(day.Figures);
        WriteLine();
        foreach (var difference in figures.Differences(mix).Concat(day?.Open ?? [])) WriteLine($"  NOT AS IT SHOULD BE: {difference}");
    }

    private static void Print(DayFigures day)
    {
        if (day.Stock is { } stock) WriteLine($"  {"stock: marked, written, oversold",-44}{stock.Marked,6}{stock.Written,6}{stock.Oversold,6}");
        if (day.Products is { } products) WriteLine($"  {"products: to the shop, to the ERP",-44}{products.ToStore,6}{products.ToErp?.ToString(CultureInfo.InvariantCulture) ?? "-",6}");
        if (day.Customers is { } customers) WriteLine($"  {"customers: to the ERP, to the shop, conflicts",-44}{customers.ToErp,6}{customers.ToStore,6}{customers.Conflicts,6}");
        if (day.Payments is { } payments) WriteLine($"  {"payments: captured, in the ERP",-44}{payments.Captured,6}{payments.InErp,6}");
        if (day.Refunds is { } refunds) WriteLine($"  {"refunds: in the shop, in the ERP",-44}{refunds.Store,6}{refunds.Erp,6}");
        if (day.Returns is { } returns) WriteLine($"  {"returns: in the shop, in the ERP",-44}{returns.Store,6}{returns.Erp,6}");
        if (day.Reconciliation is { } books)
        {
            WriteLine($"  {"reconciliation: compared",-44}{books.Checked,6}");
            WriteLine($"  {"  differences found, healed, with a person",-44}{books.Found,6}{books.Healed,6}{books.Remaining,6}");
        }

        if (day.Unsupported.Count > 0) WriteLine($"  not served by this pair: {string.Join(", ", day.Unsupported)}");
    }

    private static void Row(string name, int value) => WriteLine($"  {name,-44}{value,6}");
}
