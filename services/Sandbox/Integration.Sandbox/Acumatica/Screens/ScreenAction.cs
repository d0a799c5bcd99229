using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Screens;

/// <summary>An action of a form.</summary>
/// <param name="IsLong">True when it runs as a long operation: 202, to be polled.</param>
/// <param name="Run">Carries it out on the committed record; throws when the status does not allow it.</param>
internal sealed record ScreenAction(bool IsLong, Action<Save, Row, Change> Run);
