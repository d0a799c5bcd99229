namespace Integration.Mapping.Jsonata.Dates;

/// <summary>The components of a moment by their letters.</summary>
internal static class DateComponents
{
    public static int Of(DateTime moment, char component) => component switch
    {
        'Y' => moment.Year,
        'M' => moment.Month,
        'D' => moment.Day,
        'd' => moment.DayOfYear,
        'F' => Weeks.Day(moment),
        'W' => Weeks.OfYear(moment),
        'w' => Weeks.OfMonth(moment),
        'X' => Weeks.Year(moment),
        'x' => Weeks.Month(moment),
        'H' => moment.Hour,
        'h' => moment.Hour % 12 == 0 ? 12 : moment.Hour % 12,
        'P' => moment.Hour >= 12 ? 1 : 0,
        'm' => moment.Minute,
        's' => moment.Second,
        'f' => moment.Millisecond,
        _ => 0,
    };
}
