namespace Integration.Mapping.Jsonata.Dates;

/// <summary>Weeks as in ISO 8601: they start on Monday and belong to the year, or month, that holds their Thursday.</summary>
internal static class Weeks
{
    public static int OfYear(DateTime date) => ((Thursday(date).DayOfYear - 1) / 7) + 1;

    public static int OfMonth(DateTime date) => ((Thursday(date).Day - 1) / 7) + 1;

    public static int Year(DateTime date) => Thursday(date).Year;

    public static int Month(DateTime date) => Thursday(date).Month;

    /// <summary>Monday is 1, Sunday 7.</summary>
    public static int Day(DateTime date) => date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek;

    private static DateTime Thursday(DateTime date) => date.Date.AddDays(4 - Day(date));
}
