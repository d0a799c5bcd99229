namespace Integration.Mapping.Flows;

/// <summary>A part of the day, such as 06:00 to 22:00; one that ends before it begins goes over midnight.</summary>
/// <param name="From">Its beginning, included.</param>
/// <param name="To">Its end, excluded.</param>
public sealed record DayWindow(TimeOnly From, TimeOnly To)
{
    /// <summary>True when the time of day lies in it.</summary>
    public bool Holds(TimeOnly time) => time.IsBetween(From, To);
}
