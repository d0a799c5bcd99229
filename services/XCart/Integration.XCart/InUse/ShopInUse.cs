using Integration.Connectors.Outcomes;
using Integration.XCart.Detection;
using Integration.XCart.Setup;

namespace Integration.XCart.InUse;

/// <summary>Which of the two APIs this shop is called over: told by the pair file, or found by asking and remembered. A shop that was updated is asked anew by the next probe.</summary>
internal sealed class ShopInUse(IShopApi older, IShopApi newer, ApiDetection detection, ApiChoice choice) : IDisposable
{
    private readonly SemaphoreSlim _asking = new(1, 1);
    private volatile IShopApi? _known = choice switch { ApiChoice.Api54 => older, ApiChoice.Api55 => newer, _ => null };

    /// <summary>The API in use, or null as long as nobody asked.</summary>
    public IShopApi? Known => _known;

    /// <summary>True when the pair file says which API it is.</summary>
    public bool IsTold => choice != ApiChoice.Auto;

    /// <summary>The API, asked for if it is not known; else why it is not.</summary>
    public async Task<(IShopApi? Api, WriteOutcome? Why)> ApiAsync(CancellationToken ct)
    {
        if (_known is { } known) return (known, null);
        await _asking.WaitAsync(ct);
        try
        {
            return _known is { } found ? (found, null) : await AskAsync(ct);
        }
        finally
        {
            _asking.Release();
        }
    }

    /// <summary>Asks in any case, unless the pair file tells. What cannot be told leaves what was known.</summary>
    public Task<(IShopApi? Api, WriteOutcome? Why)> AskAnewAsync(CancellationToken ct) =>
        IsTold ? Task.FromResult<(IShopApi?, WriteOutcome?)>((_known, null)) : AskAsync(ct);

    /// <summary>Asks the shop whatever the pair file tells.</summary>
    public Task<DetectedApi> DetectAsync(CancellationToken ct) => detection.AskAsync(ct);

    /// <summary>
    /// Whether the shop can take this. True as long as that is not known: a lane must not be told that something is impossible because the shop
    /// was away when it was asked.
    /// </summary>
    /// <param name="call">A capability of the add-on.</param>
    /// <param name="orElse">True when the API itself can do it where <see cref="IShopApi.WritesWithoutAddOn"/>.</param>
    public bool MayTake(string call, bool orElse) =>
        _known is not { } api || (orElse && api.WritesWithoutAddOn) || api.AddOn.Known is not { } stand || stand.Can(call);

    public void Dispose() => _asking.Dispose();

    private async Task<(IShopApi? Api, WriteOutcome? Why)> AskAsync(CancellationToken ct)
    {
        switch (await detection.AskAsync(ct))
        {
            case DetectedApi.Found found:
                var api = found.Api == ApiChoice.Api55 ? newer : older;
                _known = api;
                return (api, null);
            case DetectedApi.Not not:
                return (null, not.Outcome);
            default:
                throw new InvalidOperationException("An answer of a new kind.");
        }
    }
}
