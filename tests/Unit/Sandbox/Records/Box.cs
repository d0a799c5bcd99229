using System.Globalization;
using Integration.Sandbox.Records;

namespace Integration.Tests.Unit.Sandbox.Records;

/// <summary>A row for tests: a number as its key, a colour and a stamp.</summary>
internal sealed class Box(long id) : IRow<Box, long>
{
    public long Id => id;

    public Place Place => "Box";

    public long Number { get; set; }

    public string Colour { get; set; } = "";

    public DateTimeOffset? At { get; set; }

    public static string Compared(string text) => text.TrimEnd(' ');

    public string KeyText(string path) => path == nameof(Number) ? Number.ToString(CultureInfo.InvariantCulture) : Colour;

    public string SortText(string field) => Number.ToString("00000", CultureInfo.InvariantCulture);

    public DateTimeOffset? Instant(string field) => At;

    public Box Clone() => new(id) { Number = Number, Colour = Colour, At = At };
}
