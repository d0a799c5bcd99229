namespace Integration.Run.Demo;

/// <summary>Which kinds a demo run places, in which order. The same count always gives the same mix.</summary>
internal static class DemoMix
{
    /// <summary>Below this count there is no room for every special case beside ordinary orders.</summary>
    public const int FewestWithEverything = 10;

    /// <summary>Fewest orders of a whole day.</summary>
    public const int FewestOfDay = 20;

    private static readonly DemoKind[] OfTheDay = [DemoKind.Amended, DemoKind.CancelledInErp, DemoKind.PartlyCaptured, DemoKind.PartlyRefunded, DemoKind.Returned];

    public static IReadOnlyList<DemoKind> For(int orders)
    {
        var kinds = Enumerable.Repeat(DemoKind.Good, orders).ToArray();
        if (orders < FewestWithEverything) return kinds;
        kinds[1] = DemoKind.TwoParcels;
        kinds[3] = DemoKind.UnknownSku;
        kinds[4] = DemoKind.Held;
        kinds[6] = DemoKind.CancelledBeforeErp;
        kinds[7] = DemoKind.DoesNotAddUp;
        // One order in twelve is not paid yet.
        for (var index = 8; index < orders; index += 12) kinds[index] = DemoKind.Unpaid;
        return kinds;
    }

    /// <summary>The mix of the whole day: its last orders live on after they reached the ERP.</summary>
    public static IReadOnlyList<DemoKind> ForDay(int orders)
    {
        var kinds = For(orders).ToArray();
        for (var index = 0; index < OfTheDay.Length; index++) kinds[orders - OfTheDay.Length + index] = OfTheDay[index];
        return kinds;
    }
}
