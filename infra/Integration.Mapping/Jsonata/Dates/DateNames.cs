namespace Integration.Mapping.Jsonata.Dates;

/// <summary>English names, the only ones the language knows.</summary>
internal static class DateNames
{
    public static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public static readonly string[] Months =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];
}
