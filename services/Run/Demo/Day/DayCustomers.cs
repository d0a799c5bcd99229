using System.Text.Json.Nodes;

namespace Integration.Run.Demo.Day;

/// <summary>Changes accounts on both sides and counts what arrived on the other.</summary>
internal static class DayCustomers
{
    /// <summary>The figures now; <paramref name="conflicts"/> are the accounts that a person has to decide on.</summary>
    public static CustomerFigures Count(DayView view, int conflicts) => new() { ToErp = 0, ToStore = 0, Echoes = 0, Conflicts = conflicts };
}
