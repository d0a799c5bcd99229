using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;

namespace Integration.XCart.AddOn;

/// <summary>The shop's add-on: what is known of it, and calls to it. What was learned is asked anew after a while, since merchants install and remove it.</summary>
internal sealed class AddOnBridge(AddOnClient client, TimeProvider time)
{
    private static readonly TimeSpan Believed = TimeSpan.FromMinutes(15);

    private volatile Learned? _learned;

    /// <summary>What was learned last, or null before the first answer.</summary>
    public AddOnStand? Known => _learned?.Stand;

    /// <summary>Whether it tells of changes, as far as that is known.</summary>
    public bool Hints => Known?.Can(AddOnAbout.Hints) == true;

    /// <summary>How the shop stands with the add-on, asked if that is not known or not lately.</summary>
    public async Task<AddOnStand> StandAsync(CancellationToken ct) =>
        _learned is { } learned && time.GetUtcNow() - learned.At < Believed ? learned.Stand : await AskAsync(ct);

    /// <summary>Asks in any case.</summary>
    public async Task<AddOnStand> AskAsync(CancellationToken ct)
    {
        var stand = await client.AskAsync(ct);
        if (stand is not AddOnStand.Unknown) _learned = new Learned(stand, time.GetUtcNow());
        return stand;
    }

    /// <summary>Reads.</summary>
    public async Task<AddOnAnswer<T>> ReadAsync<T>(string call, string query, CancellationToken ct) => Noted(await client.ReadAsync<T>(call, query, ct));

    /// <summary>Writes.</summary>
    public async Task<AddOnAnswer<T>> WriteAsync<T>(string call, string query, JsonObject body, CancellationToken ct) =>
        Noted(await client.WriteAsync<T>(call, query, body, ct));

    /// <summary>What a lane is told of a call that found nothing at the add-on's address: the next call asks anew what the shop can do.</summary>
    public static WriteOutcome.Unavailable Gone { get; } = new("The shop's add-on does not answer any more; it is asked for anew.");

    private AddOnAnswer<T> Noted<T>(AddOnAnswer<T> answer)
    {
        if (answer is AddOnAnswer<T>.Gone) _learned = null;
        return answer;
    }

    private sealed record Learned(AddOnStand Stand, DateTimeOffset At);
}
