namespace Integration.Run.Demo;

/// <summary>Which kinds a demo run places, in which order. The same count always gives the same mix.</summary>
internal static class DemoMix
{
    /// <summary>Below this count there is no room for every special case beside ordinary orders.</summary>
    public const int FewestWithEverything = 10;

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
}
