using System.Globalization;
using System.Text;
using Integration.Sandbox.Dynamics.Dataverse.Calls;

namespace Integration.Sandbox.Dynamics.Dataverse.Queries;

/// <summary>
/// Where the next page begins; travels as the <c>$skiptoken</c> of a next link.
/// </summary>
/// <param name="Page">Number of that page, from 2.</param>
/// <param name="Id">Last record of the page before; empty when the order is not that of the ids.</param>
/// <param name="At">Its last change, when the order is that of the changes.</param>
/// <param name="Offset">Records before, when the order is another one.</param>
/// <param name="Version">Version that a feed of changes goes on behind, or that the first page of a tracked query saw.</param>
internal sealed record Cursor(int Page, Guid Id, DateTimeOffset At, int Offset, long Version)
{
    public string Text => $"<cookie pagenumber=\"{Page}\" pagingcookie=\"{Convert.ToBase64String(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{Page};{Id};{At.UtcTicks};{Offset};{Version}")))}\" istracking=\"False\" />";

    /// <exception cref="DataverseFault">400 when it is none of the stand-in's.</exception>
    public static Cursor? Read(string? text)
    {
        if (text is null)
        {
            return null;
        }

        const string Name = "pagingcookie=\"";
        var (from, culture) = (text.IndexOf(Name, StringComparison.Ordinal), CultureInfo.InvariantCulture);
        var end = from < 0 ? -1 : text.IndexOf('"', from + Name.Length);
        var bytes = new byte[text.Length];
        if (end > 0 && Convert.TryFromBase64String(text[(from + Name.Length)..end], bytes, out var length)
            && Encoding.UTF8.GetString(bytes, 0, length).Split(';') is [var page, var id, var at, var offset, var version])
        {
            return new Cursor(int.Parse(page, culture), Guid.Parse(id), new DateTimeOffset(long.Parse(at, culture), TimeSpan.Zero), int.Parse(offset, culture), long.Parse(version, culture));
        }

        throw DataverseFault.Query("Malformed XML in the Paging Cookie.");
    }
}
