using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Idempotency;
using Platform.Api.Security;
using Platform.Wallets;
using Platform.Workspaces;

namespace Platform.Api.Products.MascotForge;

internal static class Workspaces
{
    private const int MaxNameLength = 100;

    private static MascotForgeJson Json => MascotForgeJson.Default;

    public static async Task<JsonHttpResult<WorkspacesResponse>> List(Caller caller, IGrainFactory grains) =>
        TypedResults.Json(new WorkspacesResponse(await AllAsync(caller, grains)), Json.WorkspacesResponse);

    public static async Task<IReadOnlyList<WorkspaceResponse>> AllAsync(Caller caller, IGrainFactory grains) =>
        [.. (await Of(caller, grains).List()).Items.Select(listed => View(listed.Membership, listed.Balance))];

    public static async Task<JsonHttpResult<WorkspaceResponse>> Create(
        Body<WorkspaceRequest> body, Caller caller, Operation operation, IGrainFactory grains) =>
        await AnswerAsync((await Of(caller, grains).Create(Name(body.Value), operation.Id)).OrThrow(), grains, 201);

    public static async Task<JsonHttpResult<WorkspaceResponse>> Get(string workspaceId, Caller caller, IGrainFactory grains) =>
        await AnswerAsync((await grains.Workspace(workspaceId).Enter(caller.AccountId, WorkspaceRole.Member)).OrThrow(), grains);

    public static async Task<JsonHttpResult<WorkspaceResponse>> Rename(
        string workspaceId, Body<WorkspaceRequest> body, Caller caller, IGrainFactory grains) =>
        await AnswerAsync((await grains.Workspace(workspaceId).Rename(caller.AccountId, Name(body.Value))).OrThrow(), grains);

    public static async Task<JsonHttpResult<MessageOnly>> Delete(string workspaceId, Caller caller, IGrainFactory grains)
    {
        (await grains.Workspace(workspaceId).Delete(caller.AccountId)).OrThrow();
        return TypedResults.Json(new MessageOnly("Workspace deleted"), Json.MessageOnly);
    }

    public static async Task<JsonHttpResult<MessageOnly>> Leave(string workspaceId, Caller caller, IGrainFactory grains)
    {
        (await grains.Workspace(workspaceId).Remove(caller.AccountId, caller.AccountId)).OrThrow();
        return TypedResults.Json(new MessageOnly("You left the workspace"), Json.MessageOnly, statusCode: 201);
    }

    public static async Task<JsonHttpResult<WorkspaceResponse>> Accept(string token, Caller caller, IGrainFactory grains) =>
        await AnswerAsync((await Of(caller, grains).Accept(new InvitationAnswer(caller.AccountId, token))).OrThrow(), grains, 201);

    private static IWorkspacesGrain Of(Caller caller, IGrainFactory grains) => grains.GetGrain<IWorkspacesGrain>(caller.AccountId);

    private static string Name(WorkspaceRequest request)
    {
        var check = new Validation();
        var name = check.Text(request.Name, "body.name", 1, MaxNameLength);
        check.ThrowIfInvalid();
        return name;
    }

    private static async Task<JsonHttpResult<WorkspaceResponse>> AnswerAsync(WorkspaceMembership membership, IGrainFactory grains, int status = 200)
    {
        var wallet = await grains.GetGrain<IWalletGrain>(membership.Workspace.Id).Balance();
        return TypedResults.Json(View(membership, wallet.Balance), Json.WorkspaceResponse, statusCode: status);
    }

    private static WorkspaceResponse View(WorkspaceMembership membership, long balance)
    {
        var workspace = membership.Workspace;
        return new(workspace.Id, workspace.Name, workspace.Slug, Members.Word(membership.Role), balance, workspace.CreatedAt.UtcDateTime);
    }
}
