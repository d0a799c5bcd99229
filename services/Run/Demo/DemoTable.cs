namespace Integration.Run.Demo;

/// <summary>Prints a run's figures for people.</summary>
internal static class DemoTable
{
    public static void Print(DemoFigures figures, IReadOnlyList<DemoKind> mix)
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
        WriteLine();
        foreach (var difference in figures.Differences(mix)) WriteLine($"  NOT AS IT SHOULD BE: {difference}");
    }

    private static void Row(string name, int value) => WriteLine($"  {name,-44}{value,6}");
}
