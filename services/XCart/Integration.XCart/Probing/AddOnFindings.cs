using Integration.Connectors.Ports;
using Integration.XCart.AddOn;
using Integration.XCart.Detection;

namespace Integration.XCart.Probing;

/// <summary>What the doctor says about the API in use, X-Cart's version and the add-on.</summary>
internal static class AddOnFindings
{
    public static IReadOnlyList<ProbeFinding> Of(IShopApi api, bool told, AddOnStand stand) =>
    [
        new ProbeFinding("api", ProbeLevel.Ok, $"The shop is called over {api.Title}, {(told ? "as the pair file says" : "which it was found to have")}."),
        stand is AddOnStand.Present { About.Store: { Length: > 0 } version }
            ? new ProbeFinding("version", ProbeLevel.Ok, $"The add-on says that the shop is X-Cart {version}.")
            : new ProbeFinding("version", ProbeLevel.NotChecked, "The shop's API does not tell X-Cart's version. 5.4.1.5 is verified, 5.5.0.29 known by its source."),
        OfAddOn(api, stand),
    ];

    private static ProbeFinding OfAddOn(IShopApi api, AddOnStand stand) => stand switch
    {
        AddOnStand.Present { About.AtomicStock: false } present => new ProbeFinding("add-on", ProbeLevel.Warning,
            $"The add-on {present.About.Version} is there, but the shop's own stock changes are not single statements: a sale at the same moment may overwrite a level set here.",
            "Switch on atomic stock in the add-on's settings."),
        AddOnStand.Present present => new ProbeFinding("add-on", ProbeLevel.Ok, $"The add-on {present.About.Version} is there and can do: {string.Join(", ", present.About.Capabilities)}."),
        AddOnStand.Unused unused => new ProbeFinding("add-on", ProbeLevel.Warning, $"The add-on is there and is not used. {unused.Reason}", unused.Fix),
        AddOnStand.Unknown unknown => new ProbeFinding("add-on", ProbeLevel.Warning, $"Whether the add-on is there could not be found out. {Words.Of(unknown.Outcome)}", "Run the doctor again when the shop is well."),
        _ => new ProbeFinding("add-on", ProbeLevel.Ok, api.WritesWithoutAddOn
            ? "The add-on is not installed: changes are found by sweeps, and stock cannot be set without overwriting sales."
            : "The add-on is not installed: changes are found by sweeps; tracking numbers, the ERP's number and stock cannot be written."),
    };
}
