using System.Globalization;
using System.Text.Json;
using Integration.Mapping.Reading;

namespace Integration.Mapping.Flows;

/// <summary>Reads what a flow document says about times.</summary>
internal static class FlowScheduleReader
{
    private const string TimeForm = "HH:mm";
    private static readonly TimeSpan MostOften = TimeSpan.FromMilliseconds(100);

    public static ExternalScreening? Screening(StrictObject? screening)
    {
        if (screening is null)
            return null;
        _ = screening.Word("service", true, "external");
        var deadline = screening.Duration("deadline");
        if (!screening.Has("deadline"))
            screening.Error("property 'deadline' is missing: say how long an answer may take, such as PT2M.");
        var otherwise = screening.Word("otherwise", false, "hold", "pass") == "pass" ? FlowDecision.Pass : FlowDecision.Hold;
        screening.RefuseUnknown();
        return new ExternalScreening(deadline ?? TimeSpan.Zero, otherwise);
    }

    public static Dictionary<string, TimeSpan> Deadlines(StrictObject? deadlines)
    {
        var result = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);
        foreach (var name in deadlines?.Names ?? [])
        {
            if (!FlowDeadlines.Names.Contains(name, StringComparer.Ordinal))
                deadlines!.Error($"'{name}' is no deadline. Known are: {string.Join(", ", FlowDeadlines.Names)}.");
            result[name] = deadlines!.Duration(name) ?? TimeSpan.Zero;
        }

        return result;
    }

    public static List<TimeSpan> BackOff(StrictObject document)
    {
        var result = new List<TimeSpan>();
        foreach (var item in document.Array("backOff"))
        {
            if (item?.GetValueKind() == JsonValueKind.String)
                result.Add(document.DurationOf(item.GetValue<string>(), "backOff") ?? TimeSpan.Zero);
            else
                document.Error("property 'backOff' must hold durations such as PT30S.");
        }

        return result;
    }

    public static FlowSweep? Sweep(StrictObject? sweep)
    {
        if (sweep is null)
            return null;
        var result = new FlowSweep
        {
            Every = sweep.Duration("every"), Overlap = sweep.Duration("overlap"), Between = Window(sweep), At = Times(sweep),
        };
        if (result.Every < MostOften)
            sweep.Error("property 'every' must be at least PT0.1S.");
        if (sweep.Has("at") && (sweep.Has("every") || sweep.Has("between")))
            sweep.Error("has 'at' beside 'every' or 'between': write either times of day or a pause with a part of the day.");
        sweep.RefuseUnknown();
        return result;
    }

    private static DayWindow? Window(StrictObject sweep)
    {
        if (sweep.Text("between") is not { } text)
            return null;
        if (text.Split('-') is [var from, var to] && Time(from.Trim()) is { } begin && Time(to.Trim()) is { } end && begin != end)
            return new DayWindow(begin, end);
        sweep.Error($"property 'between' is '{text}' but must be two times of day, such as 06:00-22:00.");
        return null;
    }

    private static List<TimeOnly> Times(StrictObject sweep)
    {
        var result = new List<TimeOnly>();
        var items = sweep.Array("at");
        foreach (var item in items)
        {
            if (item?.GetValueKind() == JsonValueKind.String && Time(item.GetValue<string>()) is { } time)
                result.Add(time);
            else
                sweep.Error("property 'at' must hold times of day such as 06:30.");
        }

        if (sweep.Has("at") && items.Count == 0)
            sweep.Error("property 'at' must hold at least one time of day such as 06:30.");
        return [.. result.Distinct().Order()];
    }

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text, TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
